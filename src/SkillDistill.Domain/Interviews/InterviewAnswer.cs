using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Interviews;

/// <summary>
/// What an owner wrote to one probe, verbatim, with an audience of its own. Where a probe asks for several things (tasks, moments, rules), each is an
/// answer with a <see cref="Slot"/>; where it is asked about one of those again, <see cref="About"/> says which.
/// </summary>
public sealed class InterviewAnswer
{
    /// <summary>Of one part. A long story told in one go; more than that is a document, and documents can be brought in.</summary>
    public const int PartLength = 8000;

    public const int MostParts = 24;

    /// <summary>Of a slot, which is made by code, and so of what an answer can be about: a slot or the key of a probe.</summary>
    public const int SlotLength = Interviews.Probe.KeyLength;

    private InterviewAnswer()
    {
    }

    public Id<InterviewAnswer> Id { get; private set; }

    public Id<Interview> InterviewId { get; private set; }

    /// <summary>The key of the probe.</summary>
    public string Probe { get; private set; } = "";

    /// <summary>The <see cref="Name"/> of the answer it is asked about; empty where the probe is asked once.</summary>
    public string About { get; private set; } = "";

    /// <summary>Which of several answers to the same question; empty where there is only one.</summary>
    public string Slot { get; private set; } = "";

    /// <summary>The order among several.</summary>
    public int Place { get; private set; }

    public AnswerParts Parts { get; private set; } = AnswerParts.None;

    /// <summary>Follow-up questions that the owner sent away; they do not come back.</summary>
    public IReadOnlyList<FollowUpKind> Dismissed { get; private set; } = [];

    /// <summary>What a model made of it, when the owner let one read it.</summary>
    public ModelSuggestions Suggested { get; private set; } = ModelSuggestions.None;

    /// <summary>Whether the owner passed the question over. Writing something takes it back.</summary>
    public bool IsSkipped { get; private set; }

    /// <summary>For the cards that are made of it.</summary>
    public Audience Audience { get; private set; } = Audience.Private();

    /// <summary>How often it was changed; what a form hands back so that nobody overwrites what they have not seen. 0 before it is kept.</summary>
    public int Revision { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>What other answers call this one when they are about it.</summary>
    public string Name => Slot.Length > 0 ? Slot : Probe;

    public bool IsBlank => Parts.IsEmpty;

    public static InterviewAnswer To(Id<Interview> interview, string probe, string about, string slot, int place) => new()
    {
        Id = Id<InterviewAnswer>.New(),
        InterviewId = interview,
        Probe = probe,
        About = about,
        Slot = slot,
        Place = place,
    };

    /// <summary>An answer as its owner took it along from another installation.</summary>
    /// <param name="empty">Who asked what, with nothing written yet.</param>
    public static Outcome<InterviewAnswer> Restore(Id<InterviewAnswer> id, InterviewAnswer empty, KeptAnswer kept)
    {
        if (Problem(kept.Parts) is { } problem)
        {
            return problem;
        }

        empty.Id = id;
        (empty.Parts, empty.Dismissed, empty.IsSkipped, empty.Audience) = (kept.Parts, [.. kept.Dismissed.Distinct()], kept.IsSkipped && kept.Parts.IsEmpty, kept.Audience);
        (empty.Revision, empty.WrittenAt, empty.Suggested) = (kept.Revision, kept.WrittenAt, kept.Suggested.In(kept.Parts));
        return empty;
    }

    /// <summary>Puts these words in place of the earlier ones. The same words again change nothing, whoever wrote them first.</summary>
    /// <param name="seen">The revision the writer had before them.</param>
    public Outcome<InterviewAnswer> Write(AnswerParts parts, int seen, DateTimeOffset now)
    {
        if (parts.Equals(Parts))
        {
            return this;
        }

        if (seen != Revision)
        {
            return new AnswerChangedMeanwhile();
        }

        if (Problem(parts) is { } problem)
        {
            return problem;
        }

        (Parts, IsSkipped, Suggested) = (parts, false, parts.IsEmpty ? ModelSuggestions.None : Suggested.In(parts));
        Changed(now);
        return this;
    }

    /// <summary>The owner passes the question over; what was written stays.</summary>
    public void Skip(DateTimeOffset now)
    {
        if (!IsSkipped && IsBlank)
        {
            IsSkipped = true;
            Changed(now);
        }
    }

    /// <summary>The owner does not want to be asked this about this answer.</summary>
    public void Dismiss(FollowUpKind kind, DateTimeOffset now)
    {
        if (!Dismissed.Contains(kind))
        {
            Dismissed = [.. Dismissed, kind];
            Changed(now);
        }
    }

    /// <summary>A model, which the owner let read this answer, asks one thing more. It does so once.</summary>
    public void AskedBy(ModelQuestion question)
    {
        if (Suggested.Question is null)
        {
            Suggested = Suggested with { Question = question };
        }
    }

    /// <summary>What a model found in this answer, in place of what one found before. Words that do not stand here are not taken.</summary>
    public void FoundBy(IReadOnlyList<ModelCard> cards) => Suggested = (Suggested with { Cards = cards }).In(Parts);

    public void ShareWith(Audience audience) => Audience = audience;

    public void MoveTo(int place) => Place = place;

    private static Refusal? Problem(AnswerParts parts)
    {
        if (parts.Texts.Count > MostParts)
        {
            return new AnswerInTooManyParts(MostParts);
        }

        foreach (var (key, text) in parts.Texts)
        {
            if (text.Length > PartLength)
            {
                return new AnswerTooLong(key, PartLength, text.Length);
            }

            if (Exclusions.HasCredential(text))
            {
                return new CredentialInAnswer(key);
            }
        }

        return null;
    }

    private void Changed(DateTimeOffset now) => (Revision, WrittenAt) = (Revision + 1, now);
}

/// <summary>What was answered, as it was kept elsewhere.</summary>
public sealed record KeptAnswer(AnswerParts Parts, IReadOnlyList<FollowUpKind> Dismissed, bool IsSkipped, Audience Audience, int Revision, DateTimeOffset WrittenAt, ModelSuggestions Suggested);

/// <summary>Another window or device wrote here since the form was shown.</summary>
public sealed record AnswerChangedMeanwhile : Refusal;

public sealed record AnswerTooLong(string Part, int Limit, int Length) : Refusal
{
    public override string? Field => Part;

    public override IReadOnlyList<object> Arguments => [Limit, Length];
}

/// <summary>Passwords and keys are not kept, not even privately.</summary>
public sealed record CredentialInAnswer(string Part) : Refusal
{
    public override string? Field => Part;
}

public sealed record AnswerInTooManyParts(int Limit) : Refusal
{
    public override IReadOnlyList<object> Arguments => [Limit];
}
