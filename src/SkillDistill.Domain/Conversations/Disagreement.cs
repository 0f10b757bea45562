using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Conversations;

/// <summary>
/// A colleague would not do what an agent answered: what they would do and why, and the cards that the answer rested on. Sent to their owner, who settles it once; the colleague is told how. It stands
/// by itself from then on: a conversation that its asker deletes takes nothing of it along.
/// </summary>
public sealed class Disagreement
{
    /// <summary>Of each of the texts in it, in UTF-16 units.</summary>
    public const int WordsLength = 2000;

    /// <summary>Of one colleague with one owner, not settled. More at once is not a disagreement but a dispute.</summary>
    public const int MostOpen = 10;

    /// <summary>After this the colleague is reminded, once, to say how it turned out.</summary>
    public static readonly TimeSpan TurnsOutAfter = TimeSpan.FromDays(30);

    private readonly List<DisputedCard> _cards = [];

    private Disagreement()
    {
    }

    public Id<Disagreement> Id { get; private set; }

    /// <summary>The turn whose answer it is about; null once the conversation is gone.</summary>
    public Id<Turn>? TurnId { get; private set; }

    /// <summary>Null once that colleague is gone.</summary>
    public Id<Person>? AskerId { get; private set; }

    /// <summary>The owner of the agent, who settles it.</summary>
    public Id<Person> OwnerId { get; private set; }

    /// <summary>What was asked, as the colleague shares it; empty where they do not.</summary>
    public string Question { get; private set; } = "";

    public string WouldDo { get; private set; } = "";

    public string Why { get; private set; } = "";

    /// <summary>Whether the owner is told who disagrees.</summary>
    public bool IsNamed { get; private set; }

    public DateTimeOffset SentAt { get; private set; }

    /// <summary>How it turned out, as the colleague tells it later; empty until then.</summary>
    public string TurnedOut { get; private set; } = "";

    public DateTimeOffset? TurnedOutAt { get; private set; }

    /// <summary>Null while it is open.</summary>
    public Settlement? Settlement { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>What the owner says to the colleague; the reason, where they stand by the card.</summary>
    public string Reply { get; private set; } = "";

    /// <summary>The card that was changed or written; null where none was, or it is gone.</summary>
    public Id<Card>? SettledCardId { get; private set; }

    /// <summary>The number of the revision that settled it.</summary>
    public int? SettledRevision { get; private set; }

    /// <summary>The cards that the answer cited.</summary>
    public IReadOnlyList<DisputedCard> Cards => _cards;

    public bool IsOpen => SettledAt is null;

    /// <param name="turn">Answered, and citing at least one card.</param>
    /// <param name="namesOnly">Whether the owner takes none without a name.</param>
    public static Outcome<Disagreement> Send(Turn turn, Id<Person> asker, Id<Person> owner, DisagreementWords words, bool namesOnly, DateTimeOffset now)
    {
        var cited = turn.Citations.Select(citation => citation.CardId).Distinct().ToList();
        if (turn.State != TurnState.Answered || cited.Count == 0 || asker == owner)
        {
            return new NothingToDisagreeWith();
        }

        var (question, wouldDo, why) = (words.Question.ToPlainText(), words.WouldDo.ToPlainText(), words.Why.ToPlainText());
        if (wouldDo.Length == 0)
        {
            return new WouldDoMissing();
        }

        if (why.Length == 0)
        {
            return new WhyMissing();
        }

        if (TooLong((nameof(Question), question), (nameof(WouldDo), wouldDo), (nameof(Why), why)) is { } refusal)
        {
            return refusal;
        }

        if (namesOnly && !words.IsNamed)
        {
            return new NameWanted();
        }

        var sent = new Disagreement { Id = Id<Disagreement>.New(), TurnId = turn.Id, AskerId = asker, OwnerId = owner, Question = question, WouldDo = wouldDo, Why = why, IsNamed = words.IsNamed, SentAt = now };
        sent._cards.AddRange(cited.Select(card => new DisputedCard(sent.Id, card)));
        return sent;
    }

    /// <summary>The owner settles it, once.</summary>
    /// <param name="reply">What is said to the colleague; wanted where the owner stands by the card.</param>
    /// <param name="card">The card that was changed or written, with its newest revision; null where the owner stands by what is there.</param>
    public Outcome<Disagreement> Settle(Settlement settlement, string reply, Card? card, DateTimeOffset now)
    {
        reply = reply.ToPlainText();
        if (!IsOpen)
        {
            return new AlreadySettled();
        }

        if (settlement == Conversations.Settlement.StoodBy && reply.Length == 0)
        {
            return new ReasonMissing();
        }

        if (TooLong((nameof(Reply), reply)) is { } refusal)
        {
            return refusal;
        }

        if (settlement == Conversations.Settlement.StoodBy ? card is not null : card?.OwnerId != OwnerId || card.Status != CardStatus.Accepted)
        {
            return new NothingSettlesIt();
        }

        (Settlement, Reply, SettledAt, SettledCardId, SettledRevision) = (settlement, reply, now, card?.Id, card?.RevisionNumber);
        return this;
    }

    /// <summary>The colleague tells how it turned out; told anew, it is written over.</summary>
    public Outcome<Disagreement> TellHowItTurnedOut(string words, DateTimeOffset now)
    {
        words = words.ToPlainText();
        if (words.Length == 0)
        {
            return new TurnedOutMissing();
        }

        if (TooLong((nameof(TurnedOut), words)) is { } refusal)
        {
            return refusal;
        }

        (TurnedOut, TurnedOutAt) = (words, now);
        return this;
    }

    private static Refusal? TooLong(params IEnumerable<(string Field, string Words)> texts)
    {
        foreach (var (field, words) in texts)
        {
            if (words.Length > WordsLength)
            {
                return new DisagreementTooLong(field, WordsLength);
            }

            if (Exclusions.HasCredential(words))
            {
                return new CredentialInMessage(field);
            }
        }

        return null;
    }
}

/// <summary>What a colleague writes.</summary>
/// <param name="Question">What was asked, as they word it for the owner; empty where they keep it to themselves.</param>
public sealed record DisagreementWords(string? Question, string? WouldDo, string? Why, bool IsNamed);

/// <summary>A card that an answer cited with which somebody disagrees.</summary>
public sealed record DisputedCard(Id<Disagreement> DisagreementId, Id<Card> CardId);

/// <summary>How an owner settled a disagreement.</summary>
public enum Settlement
{
    /// <summary>The card says something else now.</summary>
    Amended,

    /// <summary>The card says now when it does not hold.</summary>
    ExceptionAdded,

    /// <summary>Another card says what was missing.</summary>
    NewCard,

    /// <summary>The card stays as it is, for the reason given.</summary>
    StoodBy,
}

/// <summary>Only an answer that cites something, by another's agent, can be disagreed with.</summary>
public sealed record NothingToDisagreeWith : Refusal;

public sealed record TooManyDisagreements(int Limit) : Refusal
{
    public override IReadOnlyList<object> Arguments => [Limit];
}

public sealed record WouldDoMissing : Refusal
{
    public override string? Field => nameof(Disagreement.WouldDo);
}

public sealed record WhyMissing : Refusal
{
    public override string? Field => nameof(Disagreement.Why);
}

/// <summary>This owner takes disagreements only with a name.</summary>
public sealed record NameWanted : Refusal
{
    public override string? Field => nameof(Disagreement.IsNamed);
}

public sealed record DisagreementTooLong(string In, int Limit) : Refusal
{
    public override string? Field => In;

    public override IReadOnlyList<object> Arguments => [Limit];
}

public sealed record AlreadySettled : Refusal;

/// <summary>Who stands by a card says why.</summary>
public sealed record ReasonMissing : Refusal
{
    public override string? Field => nameof(Disagreement.Reply);
}

/// <summary>No accepted card of the owner's was named that settles it.</summary>
public sealed record NothingSettlesIt : Refusal;

public sealed record TurnedOutMissing : Refusal
{
    public override string? Field => nameof(Disagreement.TurnedOut);
}
