using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Conversations;

/// <summary>
/// A question that an agent could not tell and its asker sent on to the owner, in the asker's words, with their name or without. The owner's reply goes to that asker alone. Whether the
/// owner put it off or declined is not kept here: to the asker, a question without a reply is one without a reply. Where the asker allows it the owner may hand it on, once, to a
/// colleague, who then is the one asked.
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

    /// <summary>Who is asked: the owner of the agent, or whom they handed it on to.</summary>
    public Id<Person> OwnerId { get; private set; }

    public string Question { get; private set; } = "";

    /// <summary>Whether the owner is told who asks.</summary>
    public bool IsNamed { get; private set; }

    /// <summary>Whether its asker allows that it is handed on.</summary>
    public bool MayBeHandedOn { get; private set; }

    /// <summary>The owner of the agent, where they handed it on; else null.</summary>
    public Id<Person>? HandedOnById { get; private set; }

    public DateTimeOffset? HandedOnAt { get; private set; }

    public DateTimeOffset SentAt { get; private set; }

    public string Reply { get; private set; } = "";

    /// <summary>Null while there is no reply.</summary>
    public DateTimeOffset? RepliedAt { get; private set; }

    /// <summary>What an owner's question of two minutes is put off by.</summary>
    public string Key => KeyOf(Id);

    public static string KeyOf(Id<Gap> id) => $"gap.{id}";

    /// <param name="turn">Answered with <see cref="Verdict.CannotTell"/>, and not because it asked for a judgement about people: that is no gap in what somebody recorded.</param>
    public static Outcome<Gap> Send(Turn turn, Id<Person> asker, Id<Person> owner, GapWords words, DateTimeOffset now)
    {
        if (turn is not { State: TurnState.Answered, Verdict: Verdict.CannotTell, VerdictReason: not VerdictReason.AboutPeople } || asker == owner)
        {
            return new NothingToSendOn();
        }

        var question = words.Question.ToPlainText();
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
            : new Gap { Id = Id<Gap>.New(), TurnId = turn.Id, AskerId = asker, OwnerId = owner, Question = question, IsNamed = words.IsNamed, MayBeHandedOn = words.MayBeHandedOn, SentAt = now };
    }

    /// <summary>
    /// Somebody else is asked instead. Whether that is the asker is not looked at: who hands it on may not know who asked, and must not learn it so.
    /// </summary>
    public Outcome<Gap> HandOn(Id<Person> to, DateTimeOffset now)
    {
        if (!MayBeHandedOn || HandedOnById is not null || RepliedAt is not null || to == OwnerId)
        {
            return new NotToBeHandedOn();
        }

        (HandedOnById, HandedOnAt, OwnerId) = (OwnerId, now, to);
        return this;
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

/// <param name="Question">As the asker words it for a person, who has not seen the conversation.</param>
/// <param name="IsNamed">Whether the asker's name goes along.</param>
/// <param name="MayBeHandedOn">Whether the owner may hand it on to a colleague.</param>
public sealed record GapWords(string Question, bool IsNamed, bool MayBeHandedOn);

/// <summary>The asker keeps it between the two of them, or it was handed on or replied to already.</summary>
public sealed record NotToBeHandedOn : Refusal;

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
