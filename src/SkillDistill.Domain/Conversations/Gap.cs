using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Conversations;

/// <summary>
/// A question that an agent could not tell and its asker sent on to the owner, in the asker's words, with their name or without. The owner's reply goes to that asker alone. Whether the
/// owner put it off or declined is not kept here: to the asker, a question without a reply is one without a reply.
/// </summary>
public sealed class Gap
{
    public const int ReplyLength = 4000;

    /// <summary>Of one asker with one owner, without a reply. More at once is not a question but a queue.</summary>
    public const int MostOpen = 5;

    private Gap()
    {
    }

    public Id<Gap> Id { get; private set; }

    /// <summary>The turn in which it came up; it goes with it.</summary>
    public Id<Turn> TurnId { get; private set; }

    public Id<Person> AskerId { get; private set; }

    /// <summary>The owner of the agent, who is asked.</summary>
    public Id<Person> OwnerId { get; private set; }

    public string Question { get; private set; } = "";

    /// <summary>Whether the owner is told who asks.</summary>
    public bool IsNamed { get; private set; }

    public DateTimeOffset SentAt { get; private set; }

    public string Reply { get; private set; } = "";

    /// <summary>Null while there is no reply.</summary>
    public DateTimeOffset? RepliedAt { get; private set; }

    /// <summary>What an owner's question of two minutes is put off by.</summary>
    public string Key => KeyOf(Id);

    public static string KeyOf(Id<Gap> id) => $"gap.{id}";

    /// <param name="turn">Answered with <see cref="Verdict.CannotTell"/>, and not because it asked for a judgement about people: that is no gap in what somebody recorded.</param>
    /// <param name="question">As the asker words it for a person, who has not seen the conversation.</param>
    public static Outcome<Gap> Send(Turn turn, Id<Person> asker, Id<Person> owner, string question, bool isNamed, DateTimeOffset now)
    {
        if (turn is not { State: TurnState.Answered, Verdict: Verdict.CannotTell, VerdictReason: not VerdictReason.AboutPeople } || asker == owner)
        {
            return new NothingToSendOn();
        }

        question = question.ToPlainText();
        if (question.Length == 0)
        {
            return new QuestionMissing();
        }

        if (question.Length > Turn.QuestionLength)
        {
            return new QuestionTooLong(Turn.QuestionLength);
        }

        return Exclusions.HasCredential(question)
            ? new CredentialInMessage(nameof(Question))
            : new Gap { Id = Id<Gap>.New(), TurnId = turn.Id, AskerId = asker, OwnerId = owner, Question = question, IsNamed = isNamed, SentAt = now };
    }

    /// <summary>The owner replies, once; what was said is taken back by <see cref="TakeBack"/> and not written over.</summary>
    public Outcome<Gap> Answer(string words, DateTimeOffset now)
    {
        words = words.ToPlainText();
        if (RepliedAt is not null)
        {
            return this;
        }

        if (words.Length == 0)
        {
            return new ReplyMissing();
        }

        if (words.Length > ReplyLength)
        {
            return new ReplyTooLong(ReplyLength);
        }

        if (Exclusions.HasCredential(words))
        {
            return new CredentialInMessage(nameof(Reply));
        }

        (Reply, RepliedAt) = (words, now);
        return this;
    }

    /// <summary>The reply is gone, for the asker too, and the question is open again.</summary>
    public void TakeBack() => (Reply, RepliedAt) = ("", null);
}

/// <summary>Only what an agent could not tell is sent on, and only to somebody else.</summary>
public sealed record NothingToSendOn : Refusal;

public sealed record TooManySentOn(int Limit) : Refusal
{
    public override IReadOnlyList<object> Arguments => [Limit];
}

public sealed record ReplyMissing : Refusal
{
    public override string? Field => nameof(Gap.Reply);
}

public sealed record ReplyTooLong(int Limit) : Refusal
{
    public override string? Field => nameof(Gap.Reply);

    public override IReadOnlyList<object> Arguments => [Limit];
}

/// <summary>Passwords and keys are not passed on here.</summary>
public sealed record CredentialInMessage(string In) : Refusal
{
    public override string? Field => In;
}
