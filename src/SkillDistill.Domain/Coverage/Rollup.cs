using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Coverage;

/// <summary>
/// The cells of a team from its own people and from the cells of the teams directly below: so that one change costs what one way up the tree costs, and not a company. The same groups and numbers as <see cref="TeamCoverage"/> makes of
/// all people at once.
/// </summary>
public sealed class Rollup
{
    private readonly Id<Team> _team;
    private readonly IReadOnlyList<Member> _own;
    private readonly ILookup<Id<Skill>, CoverageCell> _below;
    private readonly int _crowd;

    /// <param name="own">People of the team itself.</param>
    /// <param name="totals">Of the teams directly below.</param>
    /// <param name="below">The cells of the teams directly below, at least those of the skills that are asked for.</param>
    public Rollup(Id<Team> team, IReadOnlyList<Member> own, IReadOnlyCollection<CoverageTotals> totals, IEnumerable<CoverageCell> below)
    {
        (_team, _own, _below) = (team, own, below.ToLookup(cell => cell.SkillId));
        _crowd = own.Count(member => member.Showing != Showing.Named) + totals.Sum(total => total.HandedUp);
        People = own.Count + totals.Sum(total => total.People);
    }

    /// <inheritdoc cref="CoverageTotals.People"/>
    public int People { get; }

    /// <inheritdoc cref="CoverageTotals.HandedUp"/>
    public int HandedUp => IsCrowd ? 0 : _crowd;

    /// <summary>Skills of which anything may be held here.</summary>
    public IEnumerable<Id<Skill>> Skills => _own.SelectMany(member => member.Skills).Concat(_below.Select(skill => skill.Key)).Distinct();

    private bool IsCrowd => _crowd >= Anonymity.SmallestGroup;

    /// <param name="wanted">The target in force, or null.</param>
    public CoverageCell Cell(Id<Skill> skill, Target? wanted)
    {
        var named = Own(skill, Showing.Named) + Below(skill, cell => cell.Named);
        var counted = Own(skill, Showing.Counted) + Below(skill, cell => cell.HandedUp);
        var unnamed = Below(skill, cell => cell.Unnamed);
        return IsCrowd
            ? CoverageCell.Of(_team, skill, named, unnamed + counted.Each(holders => Anonymity.AtLeast(holders, _crowd)), LevelCounts.None, wanted)
            : CoverageCell.Of(_team, skill, named, unnamed, counted, wanted);
    }

    private LevelCounts Own(Id<Skill> skill, Showing showing) =>
        _own.Where(member => member.Showing == showing).Aggregate(LevelCounts.None, (sum, member) => member.Level(skill) is > 0 and var level ? sum + LevelCounts.One(level) : sum);

    private LevelCounts Below(Id<Skill> skill, Func<CoverageCell, LevelCounts> counts) => _below[skill].Aggregate(LevelCounts.None, (sum, cell) => sum + counts(cell));
}
