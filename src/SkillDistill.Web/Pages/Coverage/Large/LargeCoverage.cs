using System.Linq.Expressions;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Pages.Coverage.Large;

/// <summary>The coverage of a team of very many people, from the numbers that are kept: each is what the team's own view would say, and nobody is named but whoever alone holds what is wanted.</summary>
internal sealed record LargeCoverage
{
    public required Id<Team> TeamId { get; init; }

    public CoverageFilter Filter { get; init; } = new();

    /// <summary>The day of which everything is said, in UTC: today, or the horizon's.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Everybody in it and below, whatever they decided; null where it was not reckoned yet.</summary>
    public required int? People { get; init; }

    /// <summary>How all targets of it and those below stand.</summary>
    public Standing Standing { get; init; } = Standing.None;

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

    public IReadOnlyDictionary<(Id<Team> Team, Id<Skill> Skill), ShownCell> Cells { get; init; } = new Dictionary<(Id<Team>, Id<Skill>), ShownCell>();

    /// <summary>The worst of the lines of the team and all below that are picked, worst first.</summary>
    public IReadOnlyList<ShownCell> Worst { get; init; } = [];

    /// <summary>How many lines are picked.</summary>
    public int Picked { get; init; }

    /// <summary>What misses most against its target; null where nothing does.</summary>
    public ShownCell? Thinnest { get; init; }

    /// <summary>The groups of skills that may be asked for, by name.</summary>
    public IReadOnlyList<(Id<Skill> Id, string Label)> Groups { get; init; } = [];

    /// <summary>Some of what rests on one person, who is named.</summary>
    public IReadOnlyList<HeldAlone> Alone { get; init; } = [];

    public required IReadOnlyDictionary<Id<Team>, string> TeamNames { get; init; }

    public IReadOnlyDictionary<Id<Skill>, SkillName> SkillNames { get; init; } = new Dictionary<Id<Skill>, SkillName>();

    public string TeamName => TeamNames[TeamId];

    public int Targets => Standing.Targets;

    public MonthByMonth? Months { private get; init; }

    /// <summary>Null where it is covered, nothing is kept, or another day is looked at.</summary>
    public Since? Since(ShownCell line) => Months?.Since(line.TeamId, line.SkillId, line.State);

    /// <summary>The team of a line, or null where it is the one that is looked at.</summary>
    public string? OtherName(ShownCell line) => line.TeamId == TeamId ? null : TeamNames[line.TeamId];

    public string Label(Id<Skill> skill) => SkillNames[skill].Label;
}

/// <param name="People">Everybody in it and below, whatever they decided; null where it was not counted yet.</param>
internal sealed record TeamBelow(Id<Team> Id, int? People);

/// <summary>A kept cell as far as a page says it.</summary>
internal sealed record ShownCell
{
    /// <summary>For the store, so that it reads no more of a cell than this.</summary>
    public static readonly Expression<Func<CoverageCell, ShownCell>> Shown = cell => new ShownCell
    {
        TeamId = cell.TeamId,
        SkillId = cell.SkillId,
        Level = cell.Level,
        HeadCount = cell.HeadCount,
        Holders = cell.Holders,
        IsAtLeast = cell.IsAtLeast,
        State = cell.State,
    };

    private static readonly Func<CoverageCell, ShownCell> ShownHere = Shown.Compile();

    public required Id<Team> TeamId { get; init; }

    public required Id<Skill> SkillId { get; init; }

    public required int? Level { get; init; }

    public required int? HeadCount { get; init; }

    public required int Holders { get; init; }

    /// <summary>Whether unnamed people are among the holders, so that there are at least so many.</summary>
    public required bool IsAtLeast { get; init; }

    public required CoverageState State { get; init; }

    public (Id<Team> Team, Id<Skill> Skill) Key => (TeamId, SkillId);

    public int Missing => Math.Max(0, (HeadCount ?? 0) - Holders);

    public static ShownCell Of(CoverageCell cell) => ShownHere(cell);
}

/// <summary>A target that one person alone holds, who is named at this moment.</summary>
internal sealed record HeldAlone(ShownCell Line, Id<Person> PersonId, string Name);
