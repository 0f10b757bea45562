using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Coverage;

/// <summary>How the targets of a team and all those below it stand today, and of how many people it is: kept beside the cells (<see cref="CoverageCell"/>).</summary>
public sealed record CoverageTotals
{
    public required Id<Team> TeamId { get; init; }

    /// <summary>Everybody who is active in the team and those below, whatever they decided.</summary>
    public int People { get; init; }

    public int Gaps { get; init; }

    public int SinglePoints { get; init; }

    public int Thin { get; init; }

    public int Covered { get; init; }
}
