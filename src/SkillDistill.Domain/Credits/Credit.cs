using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Credits;

/// <summary>
/// What somebody recorded helped a colleague: an answer that the colleague got rests on it. By <see cref="CreditRule"/> there is at most one for a turn, its author and its asker. It is
/// the author's and nobody else's to see, and it stays when the conversation is deleted.
/// </summary>
public sealed class Credit
{
    private readonly List<CreditedCard> _cards = [];

    private Credit()
    {
    }

    public Id<Credit> Id { get; private set; }

    /// <summary>Null once the conversation is gone.</summary>
    public Id<Turn>? TurnId { get; private set; }

    public Id<Person> AuthorId { get; private set; }

    /// <summary>Null once that colleague is gone, or has erased everything.</summary>
    public Id<Person>? AskerId { get; private set; }

    public DateTimeOffset GivenAt { get; private set; }

    /// <summary>The author's cards that it is for; those that were erased since are not among them.</summary>
    public IReadOnlyList<CreditedCard> Cards => _cards;

    internal static Credit Of(Id<Turn> turn, Id<Person> author, Id<Person> asker, IEnumerable<Id<Card>> cards, DateTimeOffset now)
    {
        var credit = new Credit { Id = Id<Credit>.New(), TurnId = turn, AuthorId = author, AskerId = asker, GivenAt = now };
        credit._cards.AddRange(cards.Select(card => new CreditedCard(credit.Id, card)));
        return credit;
    }
}

/// <summary>A card for which a credit was given.</summary>
public sealed record CreditedCard(Id<Credit> CreditId, Id<Card> CardId);
