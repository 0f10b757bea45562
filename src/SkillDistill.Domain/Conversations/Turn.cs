using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Models;

namespace SkillDistill.Domain.Conversations;

/// <summary>One question and its answer.</summary>
public sealed class Turn
{
    public const int QuestionLength = 2000;

    private readonly List<Citation> _citations = [];

    private Turn()
    {
    }

    public Id<Turn> Id { get; private set; }

    public Id<Conversation> ConversationId { get; private set; }

    public int Ordinal { get; private set; }

    public string Question { get; private set; } = "";

    /// <summary>The question as a model put it, in words of this conversation's questions, so that it can be understood by itself; null where none did.</summary>
    public string? ReadAs { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public TurnState State { get; private set; }

    /// <summary>The version that answers: the one published when the question was asked, or the one on trial.</summary>
    public Id<AgentVersion> VersionId { get; private set; }

    public string AnswerText { get; private set; } = "";

    public Verdict? Verdict { get; private set; }

    public VerdictReason? VerdictReason { get; private set; }

    public string Model { get; private set; } = "";

    /// <summary>Why the built-in answerer did what a model was to do; null where nobody stood in.</summary>
    public StandIn? StandIn { get; private set; }

    /// <summary>The limit that was reached, in tokens a day, where that is why.</summary>
    public long? StandInLimit { get; private set; }

    /// <summary>What the external model took in for this answer; null where none was asked.</summary>
    public long? InputTokens { get; private set; }

    public long? OutputTokens { get; private set; }

    /// <summary>Whether the tokens were reckoned by the product, because the provider did not say.</summary>
    public bool IsEstimated { get; private set; }

    /// <summary>In millionths of <see cref="Currency"/>; null where no price was set.</summary>
    public long? Price { get; private set; }

    public string? Currency { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>The number of the owner's newest consent event when the answer was given: what it stood on.</summary>
    public int? ConsentSequence { get; private set; }

    /// <summary>Until when a node has taken the answering upon itself; past that, another may.</summary>
    public DateTimeOffset? ClaimedUntil { get; private set; }

    /// <summary>The asker pressed stop; the node that answers looks here.</summary>
    public bool StopRequested { get; private set; }

    public IReadOnlyList<Citation> Citations => _citations;

    internal static Outcome<Turn> Ask(Id<Conversation> conversation, int ordinal, string question, Id<AgentVersion> version, DateTimeOffset now)
    {
        question = question.ToPlainText();
        if (question.Length == 0)
        {
            return new QuestionMissing();
        }

        if (question.Length > QuestionLength)
        {
            return new QuestionTooLong(QuestionLength);
        }

        return new Turn
        {
            Id = Id<Turn>.New(),
            ConversationId = conversation,
            Ordinal = ordinal,
            Question = question,
            VersionId = version,
            AskedAt = now,
        };
    }

    /// <summary>Keeps what the question was taken for, to be shown beside it.</summary>
    /// <param name="readAs">At most <see cref="QuestionLength"/> UTF-16 units.</param>
    public void TakeFor(string readAs) => ReadAs = readAs;

    /// <summary>Keeps what the answer took, however it ended.</summary>
    public void Charge(TokenUse use, ModelPrice? price)
    {
        (InputTokens, OutputTokens, IsEstimated) = (use.Input, use.Output, use.IsEstimated);
        (Price, Currency) = (price?.Of(use), price?.Currency);
    }

    /// <summary>Keeps the finished answer. A turn that has already come to an end stays as it is.</summary>
    /// <param name="limit">The limit for which the model was not asked, if one was reached.</param>
    public void Complete(Answer answer, int consentSequence, DateTimeOffset now, ModelLimitReached? limit = null)
    {
        if (State != TurnState.Pending)
        {
            return;
        }

        (State, AnswerText, Verdict, VerdictReason) = (TurnState.Answered, answer.Text, answer.Verdict, answer.Reason);
        (Model, StandIn, AnsweredAt, ConsentSequence) = (answer.Model, answer.StandIn, now, consentSequence);
        StandInLimit = answer.StandIn == limit?.StandIn ? limit?.Tokens : null;
        _citations.AddRange(answer.Citations.Select(quote => new Citation(Id, quote.Number, quote.CardId, quote.RevisionId, quote.Field, quote.Quote)));
    }

    /// <summary>Ends the turn early and keeps what arrived, except when consent ended: then nothing is kept.</summary>
    public void BreakOff(TurnState why, string arrived, IEnumerable<CitedQuote> citations, string model, DateTimeOffset now)
    {
        if (State != TurnState.Pending)
        {
            return;
        }

        (State, Model, AnsweredAt) = (why, model, now);
        if (why != TurnState.Ended)
        {
            AnswerText = arrived;
            _citations.AddRange(citations.Select(quote => new Citation(Id, quote.Number, quote.CardId, quote.RevisionId, quote.Field, quote.Quote)));
        }
    }
}

public sealed record QuestionMissing : Refusal
{
    public override string? Field => nameof(Turn.Question);
}

public sealed record QuestionTooLong(int Limit) : Refusal
{
    public override string? Field => nameof(Turn.Question);

    public override IReadOnlyList<object> Arguments => [Limit];
}
