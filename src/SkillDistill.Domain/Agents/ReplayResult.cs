using SkillDistill.Domain.Conversations;

namespace SkillDistill.Domain.Agents;

/// <summary>What one case came to with one version, beside what was accepted when it was tried: a case may be accepted anew later.</summary>
public sealed record ReplayResult
{
    public required Id<AgentVersion> VersionId { get; init; }

    public required Id<ReplayCase> CaseId { get; init; }

    /// <summary>The number of the version whose answer was accepted.</summary>
    public required int AcceptedIn { get; init; }

    public required Verdict Accepted { get; init; }

    /// <summary>Plain keys, as in <see cref="ReplayCase.AcceptedCards"/>.</summary>
    public required List<Guid> AcceptedCards { get; init; }

    public required Verdict Verdict { get; init; }

    public required List<Guid> CitedCards { get; init; }

    public required ReplayFinding Finding { get; init; }
}
