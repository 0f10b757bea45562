using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Pages.Coverage.Large;

/// <summary>The coverage of a team of very many people, from the numbers that are kept: each is what the team's own view would say, and nobody is named but whoever alone holds what is wanted.</summary>
internal sealed class LargeCoverage
{
    public required Id<Team> TeamId { get; init; }

    /// <summary>Null where it was not reckoned yet.</summary>
    public required CoverageTotals? Totals { get; init; }

    /// <summary>The managed teams above it, from the top.</summary>
    public required IReadOnlyList<Id<Team>> Above { get; init; }

    /// <summary>The teams directly below, by name.</summary>
    public required IReadOnlyList<TeamBelow> Below { get; init; }

    /// <summary>The rows of the picture: the team itself, and those below of which most is missing, in the order of <see cref="Below"/>.</summary>
    public IReadOnlyList<Id<Team>> Rows { get; init; } = [];

    /// <summary>The columns of the picture: the skills that stand worst in its rows.</summary>
    public IReadOnlyList<SkillGroup> Columns { get; init; } = [];

    /// <summary>The columns without their groups.</summary>
    public IReadOnlyList<Id<Skill>> Skills => [.. Columns.SelectMany(group => group.Skills)];

    public IReadOnlyDictionary<(Id<Team> Team, Id<Skill> Skill), LargeCell> Cells { get; init; } = new Dictionary<(Id<Team>, Id<Skill>), LargeCell>();

    /// <summary>The worst lines of the team and all below, worst first.</summary>
    public IReadOnlyList<LargeCell> Worst { get; init; } = [];

    /// <summary>What misses most against its target; null where nothing does.</summary>
    public LargeCell? Thinnest => Worst.FirstOrDefault(line => line.State < CoverageState.Covered);

    /// <summary>Some of what rests on one person, who is named.</summary>
    public IReadOnlyList<HeldAlone> Alone { get; init; } = [];

    public required IReadOnlyDictionary<Id<Team>, string> TeamNames { get; init; }

    public IReadOnlyDictionary<Id<Skill>, SkillName> SkillNames { get; init; } = new Dictionary<Id<Skill>, SkillName>();

    public string TeamName => TeamNames[TeamId];

    public int Targets => Totals is { } totals ? totals.Gaps + totals.SinglePoints + totals.Thin + totals.Covered : 0;

    public string Label(Id<Skill> skill) => SkillNames[skill].Label;
}

/// <param name="People">Everybody in it and below, whatever they decided; null where it was not counted yet.</param>
/// <param name="IsLarge">Whether its coverage is shown like this too.</param>
internal sealed record TeamBelow(Id<Team> Id, int? People, bool IsLarge);

/// <summary>A kept cell as far as a page says it.</summary>
internal sealed record LargeCell
{
    public required Id<Team> TeamId { get; init; }

    public required Id<Skill> SkillId { get; init; }

    public required int? Level { get; init; }

    public required int? HeadCount { get; init; }

    public required int Holders { get; init; }

    /// <summary>Whether unnamed people are among the holders, so that there are at least so many.</summary>
    public required bool IsAtLeast { get; init; }

    public required CoverageState State { get; init; }
}

/// <summary>A target that one person alone holds, who is named at this moment.</summary>
internal sealed record HeldAlone(LargeCell Line, Id<Person> PersonId, string Name);
