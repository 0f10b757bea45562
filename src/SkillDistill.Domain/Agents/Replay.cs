using SkillDistill.Domain.Interviews;

namespace SkillDistill.Domain.Agents;

/// <summary>
/// How a version fared on the cases its owner had accepted, when it was last tried on them, and the owner's reason where they publish it although it fails some. Trying it
/// again makes another of these, without a reason.
/// </summary>
public sealed class Replay
{
    public const int WaiverLength = 1000;

    private readonly List<ReplayResult> _results = [];

    private Replay()
    {
    }

    public Id<AgentVersion> VersionId { get; private set; }

    public DateTimeOffset RanAt { get; private set; }

    /// <summary>Why the owner published it all the same, in their words; empty where nothing was waived, or the words were erased.</summary>
    public string Waiver { get; private set; } = "";

    public DateTimeOffset? WaivedAt { get; private set; }

    public IReadOnlyList<ReplayResult> Results => _results;

    public IEnumerable<ReplayResult> Failures => _results.Where(result => result.Finding.IsFailure());

    /// <summary>Whether the version may be published: it fails nothing, or its owner has said why it may all the same.</summary>
    public bool PermitsPublishing => WaivedAt is not null || !Failures.Any();

    public static Replay Of(Id<AgentVersion> version, IEnumerable<ReplayResult> results, DateTimeOffset now) => Restore(version, results, now, "", null);

    /// <summary>As its owner took it along from another installation.</summary>
    public static Replay Restore(Id<AgentVersion> version, IEnumerable<ReplayResult> results, DateTimeOffset ranAt, string waiver, DateTimeOffset? waivedAt)
    {
        var replay = new Replay { VersionId = version, RanAt = ranAt, Waiver = waiver, WaivedAt = waivedAt };
        replay._results.AddRange(results);
        return replay;
    }

    /// <summary>The owner publishes it although it fails. Where nothing fails there is nothing to waive, and no reason is kept.</summary>
    /// <param name="seen">The failing cases that they had before them when they wrote it.</param>
    public Outcome<Replay> Waive(string reason, IReadOnlyCollection<Id<ReplayCase>> seen, DateTimeOffset now)
    {
        reason = (reason ?? "").ReplaceLineEndings("\n").Trim();
        if (!Failures.Any())
        {
            return this;
        }

        if (Failures.Any(failure => !seen.Contains(failure.CaseId)))
        {
            return new OtherCasesFail();
        }

        if (reason.Length == 0)
        {
            return new WaiverMissing();
        }

        if (reason.Length > WaiverLength)
        {
            return new WaiverTooLong(WaiverLength);
        }

        if (Exclusions.HasCredential(reason))
        {
            return new CredentialInAnswer(nameof(Waiver));
        }

        (Waiver, WaivedAt) = (reason, now);
        return this;
    }
}

/// <summary>The version fails cases, and its owner has not said why it may be published all the same.</summary>
public sealed record CasesFail(int Version, int Count) : Refusal
{
    public override IReadOnlyList<object> Arguments => [Version, Count];
}

/// <summary>A case fails now that did not when the reason was written.</summary>
public sealed record OtherCasesFail : Refusal;

public sealed record WaiverMissing : Refusal
{
    public override string? Field => nameof(Replay.Waiver);
}

public sealed record WaiverTooLong(int Limit) : Refusal
{
    public override string? Field => nameof(Replay.Waiver);

    public override IReadOnlyList<object> Arguments => [Limit];
}
