using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Coverage;

/// <summary>
/// How the skills of a team, its sub-teams included, stand against their targets. Every figure follows from what may be shown, never from more:
/// so no state, order or column can give away somebody who is hidden or too few to be counted.
/// </summary>
public sealed class TeamCoverage
{
    private readonly TeamTree _tree;
    private readonly UnnamedGroups _unnamed;

    private TeamCoverage(Id<Team> team, TeamTree tree, IReadOnlyList<Member> members)
    {
        (TeamId, _tree) = (team, tree);
        _unnamed = new UnnamedGroups(tree, team, members);
        People = [.. members.Where(member => member.Showing == Showing.Named).OrderBy(member => member.Name, StringComparer.OrdinalIgnoreCase).ThenBy(member => member.PersonId)];
    }

    public Id<Team> TeamId { get; }

    /// <summary>Those who are named, by name.</summary>
    public IReadOnlyList<Member> People { get; }

    /// <summary>Skills with a target, or with somebody who may be shown to know of them.</summary>
    public IReadOnlyList<Id<Skill>> Skills { get; private set; } = [];

    /// <summary>One for each target in the team or below, and one for each skill held without a target; worst first.</summary>
    public IReadOnlyList<CoverageLine> Lines { get; private set; } = [];

    /// <param name="members">Everybody of the team and those below it.</param>
    /// <param name="targets">The targets of the team and those below it.</param>
    public static TeamCoverage Of(Id<Team> team, TeamTree tree, IReadOnlyList<Member> members, IReadOnlyList<Target> targets)
    {
        var coverage = new TeamCoverage(team, tree, members);
        var known = members.SelectMany(member => member.Skills).Distinct().Except(targets.Select(target => target.SkillId)).ToList();
        var aimed = targets.Select(target => coverage.Line(target.TeamId, target.SkillId, target));
        var held = known.Select(skill => coverage.Line(team, skill, null)).Where(line => line.Holders > 0);
        coverage.Lines = [.. aimed.Concat(held).OrderBy(line => line.State).ThenByDescending(line => line.Missing)];
        coverage.Skills =
        [
            .. targets.Select(target => target.SkillId)
                .Concat(coverage.People.SelectMany(member => member.Skills))
                .Concat(known.Where(skill => coverage.Unnamed(skill) > 0))
                .Distinct(),
        ];
        return coverage;
    }

    /// <summary>How many unnamed people can do this on their own, as far as it may be said: 0, 5, 10 and so on.</summary>
    public int Unnamed(Id<Skill> skill) => _unnamed.AtLeast(TeamId, skill, Proficiency.OnMyOwn);

    private CoverageLine Line(Id<Team> team, Id<Skill> skill, Target? target)
    {
        var level = target?.Level ?? Proficiency.OnMyOwn;
        var branch = _tree.Branch(team);
        var named = People.Where(member => branch.Contains(member.TeamId) && member.Level(skill) >= level).ToList();
        return new CoverageLine(team, skill, target?.Level, target?.HeadCount, named, _unnamed.AtLeast(team, skill, level));
    }
}

/// <summary>One skill of one team against its target.</summary>
/// <param name="Level">The level wanted, or null where no target is set; holders are then those who can do it on their own.</param>
/// <param name="Named">Those who are named and at the level or above.</param>
/// <param name="Unnamed">How many more there are at least, as far as it may be said.</param>
public sealed record CoverageLine(Id<Team> TeamId, Id<Skill> SkillId, int? Level, int? HeadCount, IReadOnlyList<Member> Named, int Unnamed)
{
    public int Holders => Named.Count + Unnamed;

    public int Missing => Math.Max(0, (HeadCount ?? 0) - Holders);

    public CoverageState State => CoverageRule.State(Holders, HeadCount);
}
