using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Credits;

/// <summary>
/// Who gets credit for an answer: each author of a cited card, once. None for answers to oneself, for one that could not tell or did not come to its end, and for a card that has
/// brought its author credit with the same asker within <see cref="OnceWithin"/>: asking again and again is worth nothing.
/// </summary>
public static class CreditRule
{
    public static readonly TimeSpan OnceWithin = TimeSpan.FromDays(1);

    /// <summary>Whether an answer can bring anybody credit at all.</summary>
    public static bool Helps(Turn turn) => turn is { State: TurnState.Answered, Verdict: not (null or Verdict.CannotTell), AnsweredAt: not null } && turn.Citations.Count > 0;

    /// <param name="authors">Whose the cited cards are; one that is not named here brings nobody credit.</param>
    /// <param name="earlier">What the same asker's answers have brought since <see cref="OnceWithin"/> before this one, whoever got it.</param>
    public static IReadOnlyList<Credit> For(Turn turn, Id<Person> asker, IReadOnlyDictionary<Id<Card>, Id<Person>> authors, IEnumerable<Credit> earlier)
    {
        if (!Helps(turn))
        {
            return [];
        }

        var now = turn.AnsweredAt!.Value;
        var before = earlier.Where(credit => credit.AskerId == asker && credit.TurnId != turn.Id && credit.GivenAt > now - OnceWithin).ToList();
        var spent = before.SelectMany(credit => credit.Cards).Select(card => card.CardId).ToHashSet();
        return [.. turn.Citations.Select(citation => citation.CardId).Distinct()
            .Where(card => !spent.Contains(card) && authors.TryGetValue(card, out var author) && author != asker)
            .GroupBy(card => authors[card])
            .Select(cards => Credit.Of(turn.Id, cards.Key, asker, cards, now))];
    }
}
