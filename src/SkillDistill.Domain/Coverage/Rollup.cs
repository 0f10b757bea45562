using SkillDistill.Domain.Coverage.Counting;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Coverage;

/// <summary>
/// The cells of a team from its own named people, what is said of its own crowd, and the cells of the teams directly below: so that one change costs what one way up the tree costs, and not a company. The same numbers as <see cref="TeamCoverage"/> makes of
/// all people at once.
/// </summary>
public sealed class Rollup
{
    private readonly Id<Team> _team;
    private readonly IReadOnlyList<Member> _named;
    private readonly ILookup<Id<Skill>, LevelCounts> _counted;
    private readonly ILookup<Id<Skill>, CoverageCell> _below;

    /// <param name="named">Named people of the team itself.</param>
    /// <param name="counted">What is said of the team's own crowd.</param>
    /// <param name="below">The cells of the teams directly below, at least those of the skills that are asked for.</param>
    public Rollup(Id<Team> team, IReadOnlyList<Member> named, IEnumerable<CrowdCount> counted, IEnumerable<CoverageCell> below) =>
        (_team, _named, _counted, _below) = (team, named, counted.ToLookup(count => count.SkillId, count => count.Holders), below.ToLookup(cell => cell.SkillId));

    /// <summary>Skills of which anything may be held here.</summary>
    public IEnumerable<Id<Skill>> Skills => _named.SelectMany(member => member.Skills).Concat(_counted.Select(skill => skill.Key)).Concat(_below.Select(skill => skill.Key)).Distinct();

    /// <param name="wanted">The target in force, or null.</param>
    public CoverageCell Cell(Id<Skill> skill, Target? wanted)
    {
        var own = _named.Select(member => HeldBy.One(member.Level(skill) ?? 0, member.IsCountedToo)).Concat(_counted[skill].Select(said => HeldBy.Nobody with { Unnamed = said }));
        return CoverageCell.Of(_team, skill, own.Concat(_below[skill].Select(cell => cell.Held)).Aggregate(HeldBy.Nobody, (sum, more) => sum + more), wanted);
    }
}
