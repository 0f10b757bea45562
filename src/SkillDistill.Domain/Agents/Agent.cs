using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Agents;

/// <summary>What colleagues ask: one for each owner, with at most one published version. Whether it answers is the consent room's word, not this record's.</summary>
public sealed class Agent
{
    private Agent()
    {
    }

    public Id<Agent> Id { get; private set; }

    public Id<Person> OwnerId { get; private set; }

    public Id<AgentVersion>? PublishedVersionId { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>The number of the newest version. Two distillations at once collide here.</summary>
    public int VersionCount { get; private set; }

    /// <summary>One sentence in the owner's words on what to ask about. May be empty.</summary>
    public string Headline { get; private set; } = "";

    /// <summary>Whether a colleague who disagrees must give their name.</summary>
    public bool TakesNamedOnly { get; private set; }

    public const int HeadlineLength = 200;

    public static Agent Of(Id<Person> owner) => new() { Id = Id<Agent>.New(), OwnerId = owner };

    public void Introduce(string headline)
    {
        headline = (headline ?? "").ToPlainLine();
        Headline = headline.Length > HeadlineLength ? headline[..HeadlineLength].ToWellFormed() : headline;
    }

    public void TakeDisagreements(bool namedOnly) => TakesNamedOnly = namedOnly;

    /// <summary>Keeps a new immutable version. It answers nobody until it is published.</summary>
    public AgentVersion Distil(Composition composition, AgentVersion? rolledBackTo, DateTimeOffset now)
    {
        VersionCount++;
        return AgentVersion.Of(Id, VersionCount, composition, rolledBackTo?.Number, now);
    }

    /// <summary>A version as its owner took it along from another installation. It answers nobody: publishing it is a decision of its own.</summary>
    public AgentVersion PutBack(KeptVersion kept)
    {
        VersionCount = Math.Max(VersionCount, kept.Number);
        return AgentVersion.Restore(Id, kept);
    }

    /// <param name="replay">How the version fared on the accepted cases just now; null where there are none.</param>
    public Outcome<Agent> Publish(AgentVersion version, DateTimeOffset now, Replay? replay = null)
    {
        if (version.AgentId != Id)
        {
            throw new ArgumentException("A version of another agent.", nameof(version));
        }

        if (version.Cards.Count == 0)
        {
            return new NothingToPublish();
        }

        if (version.Instructions.Length == 0)
        {
            return new PromptForgotten(version.Number);
        }

        if (replay is { PermitsPublishing: false })
        {
            return new CasesFail(version.Number, replay.Failures.Count());
        }

        version.MarkPublished(now);
        (PublishedVersionId, PublishedAt) = (version.Id, now);
        return this;
    }

    /// <summary>Takes the agent off the directory; its versions stay with the owner.</summary>
    public void TakeDown() => (PublishedVersionId, PublishedAt) = (null, null);
}

public sealed record NothingToPublish : Refusal;

/// <summary>The consent it was distilled under was taken back, and its compiled instructions were cleared; it is distilled anew instead.</summary>
public sealed record PromptForgotten(int Number) : Refusal
{
    public override IReadOnlyList<object> Arguments => [Number];
}
