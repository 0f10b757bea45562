using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Consent;

/// <summary>One place where something rested on a consent, and when it stopped there after the person took the consent back.</summary>
public sealed class Stop
{
    private Stop()
    {
    }

    public Id<Stop> Id { get; private set; }

    public Id<Person> SubjectId { get; private set; }

    public Purpose Purpose { get; private set; }

    public Surface Surface { get; private set; }

    public DateTimeOffset WithdrawnAt { get; private set; }

    /// <summary>When it had stopped; null while it is being cleared, which takes less than a minute.</summary>
    public DateTimeOffset? StoppedAt { get; private set; }

    public void Note(DateTimeOffset stoppedAt) => StoppedAt = stoppedAt;

    /// <summary>
    /// What a withdrawal reaches. Whatever asks the store before it shows anything has stopped with the withdrawal itself; answers that are running,
    /// prompts that are kept and what a model outside made of cards are cleared after it.
    /// </summary>
    /// <param name="answering">Whether an answer from their cards is being written at this moment.</param>
    public static IReadOnlyList<Stop> After(Id<Person> subject, Purpose purpose, bool answering, DateTimeOffset now) =>
    [
        .. purpose.Surfaces().Select(surface => new Stop
        {
            Id = Id<Stop>.New(),
            SubjectId = subject,
            Purpose = purpose,
            Surface = surface,
            WithdrawnAt = now,
            StoppedAt = surface == Surface.Prompts || (surface == Surface.RunningAnswers && answering) || (surface, purpose) == (Surface.Index, Purpose.UseExternalModel) ? null : now,
        }),
    ];
}

/// <summary>Where consent is at work.</summary>
public enum Surface
{
    /// <summary>The agent's page, and the cards and citations colleagues can open.</summary>
    Pages,

    /// <summary>The directory and the search for who knows what.</summary>
    Search,

    /// <summary>Answers that were being written.</summary>
    RunningAnswers,

    /// <summary>Managers' coverage.</summary>
    Coverage,

    /// <summary>The compiled instructions of the agent's versions.</summary>
    Prompts,

    /// <summary>Search index and embeddings: there is no index; cards are ranked when a question comes, by points that go with the prompts or, where a model outside made them, with the consent to it.</summary>
    Index,

    /// <summary>Files made for others: none is kept on the server.</summary>
    Exports,

    /// <summary>The language model outside the organisation.</summary>
    ExternalModel,
}
