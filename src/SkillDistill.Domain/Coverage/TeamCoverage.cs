using SkillDistill.Domain.Coverage.Counting;
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
    private readonly CrowdCounts _unnamed;
    private readonly ILookup<Id<Skill>, Target> _targets;
    private readonly Dictionary<Id<Team>, HashSet<Id<Team>>> _branches = [];

    private TeamCoverage(Id<Team> team, TeamTree tree, IEnumerable<Member> members, CrowdCounts unnamed, IReadOnlyList<Target> targets)
    {
        (TeamId, _tree, _unnamed, _targets) = (team, tree, unnamed, targets.ToLookup(target => target.SkillId));
        Teams = tree.Children(team);
        People = [.. members.Where(member => member.Showing == Showing.Named).OrderBy(member => member.Name, StringComparer.OrdinalIgnoreCase).ThenBy(member => member.PersonId)];
    }

    public Id<Team> TeamId { get; }

    /// <summary>Those who are named, by name.</summary>
    public IReadOnlyList<Member> People { get; }

    /// <summary>The teams directly below, by name.</summary>
    public IReadOnlyList<Id<Team>> Teams { get; }

    /// <summary>Skills with a target, or with somebody who may be shown to know of them.</summary>
    public IReadOnlyList<Id<Skill>> Skills { get; private set; } = [];

    /// <summary>One for each target in the team or below, and one for each skill held without a target; worst first.</summary>
    public IReadOnlyList<CoverageLine> Lines { get; private set; } = [];

    /// <summary>Where judgement lives: skills on which colleagues disagreed with cards of so many people that it may be said; with the most first.</summary>
    public IReadOnlyList<DisputedSkill> Disputed { get; private set; } = [];

    /// <param name="members">People of the team and those below it, at least those who are named; of others nothing is read.</param>
    /// <param name="unnamed">What is said of unnamed people, at least of the crowds of the team and those below it.</param>
    /// <param name="targets">The targets of the team and those below it.</param>
    public static TeamCoverage Of(Id<Team> team, TeamTree tree, IReadOnlyList<Member> members, CrowdCounts unnamed, IReadOnlyList<Target> targets)
    {
        var coverage = new TeamCoverage(team, tree, members, unnamed, targets);
        var known = coverage.People.SelectMany(member => member.Skills).Concat(unnamed.Skills).Distinct().Except(targets.Select(target => target.SkillId)).ToList();
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
        coverage.Disputed =
        [
            .. unnamed.Skills
                .Select(skill => new DisputedSkill(skill, coverage.AtLeast(team, skill, count => count.Disputed)))
                .Where(skill => skill.Authors > 0).OrderByDescending(skill => skill.Authors),
        ];
        return coverage;
    }

    /// <summary>How many unnamed people can do this on their own, as far as it may be said: 0, 5, 10 and so on, without those who gave their name since.</summary>
    public int Unnamed(Id<Skill> skill) => Line(TeamId, skill, null).Unnamed;

    /// <summary>How many of these share a fresh card on it.</summary>
    public int UnnamedFresh(Id<Skill> skill) => Line(TeamId, skill, null).UnnamedFresh;

    /// <summary>
    /// How a skill stands in a team of this view: against that team's own target, or held on one's own where it has none. A team below is counted in the crowds of the team looked
    /// at, which are its own crowds too: so this is what its own view says.
    /// </summary>
    public CoverageLine Cell(Id<Team> team, Id<Skill> skill) => Line(team, skill, _targets[skill].FirstOrDefault(target => target.TeamId == team));

    private CoverageLine Line(Id<Team> team, Id<Skill> skill, Target? target)
    {
        var level = target?.Level ?? Proficiency.OnMyOwn;
        var branch = Branch(team);
        var named = People.Where(member => branch.Contains(member.TeamId) && member.Level(skill) >= level).ToList();
        var unnamed = More(count => count.Holders, _ => true);
        return new CoverageLine(team, skill, target?.Level, target?.HeadCount, named, unnamed, Math.Min(unnamed, More(count => count.Fresh, person => person.IsFresh(skill))))
        {
            UnnamedWithProcess = Math.Min(unnamed, More(count => count.Process, person => person.Freshness(skill) is { HasProcess: true })),
            UnnamedWithJudgement = Math.Min(unnamed, More(count => count.Judgement, person => person.Freshness(skill) is { HasJudgement: true })),
        };

        // Besides the named: whoever gave their name since they were counted may be in what is said of the crowd, and is not told twice.
        int More(Func<CrowdCount, LevelCounts> said, Func<Member, bool> isSo) => Math.Max(0, AtLeast(team, skill, count => said(count)[level]) - named.Count(person => person.IsCountedToo && isSo(person)));
    }

    private int AtLeast(Id<Team> team, Id<Skill> skill, Func<CrowdCount, int> number) => _unnamed.AtLeast(Branch(team), skill, number);

    /// <summary>The team and those below: kept, since a heatmap asks thousands of times.</summary>
    private HashSet<Id<Team>> Branch(Id<Team> team)
    {
        if (!_branches.TryGetValue(team, out var branch))
        {
            _branches[team] = branch = [.. _tree.Branch(team)];
        }

        return branch;
    }
}

/// <summary>One skill of one team against its target.</summary>
/// <param name="Level">The level wanted, or null where no target is set; holders are then those who can do it on their own.</param>
/// <param name="Named">Those who are named and at the level or above.</param>
/// <param name="Unnamed">How many more there are at least, as far as it may be said: of those counted, without whoever gave their name since and is at the level.</param>
/// <param name="UnnamedFresh">How many of these at least share a fresh card on it, as far as it may be said.</param>
public sealed record CoverageLine(Id<Team> TeamId, Id<Skill> SkillId, int? Level, int? HeadCount, IReadOnlyList<Member> Named, int Unnamed, int UnnamedFresh)
{
    /// <summary>How many of the unnamed at least share a fresh card on it that says steps or facts, as far as it may be said.</summary>
    public int UnnamedWithProcess { get; init; }

    /// <summary>How many of the unnamed at least share a fresh card on it about judgement, as far as it may be said.</summary>
    public int UnnamedWithJudgement { get; init; }

    public int Holders => Named.Count + Unnamed;

    public int Missing => Math.Max(0, (HeadCount ?? 0) - Holders);

    public CoverageState State => CoverageRule.State(Holders, HeadCount);

    public DepthOfJudgement Depth => (Named.Count(person => person.Freshness(SkillId) is { HasJudgement: true }) + UnnamedWithJudgement) switch
    {
        > 1 => DepthOfJudgement.TwoAuthors,
        1 => DepthOfJudgement.Judgement,
        _ => UnnamedWithProcess > 0 || Named.Any(person => person.Freshness(SkillId) is { HasProcess: true }) ? DepthOfJudgement.Process : DepthOfJudgement.NothingKnown,
    };

    /// <summary>Those of the named whose shared cards on it are fresh, or all past their review date; whoever shares none is in neither.</summary>
    public IEnumerable<(Member Person, DateTimeOffset ConfirmedAt)> Confirmed(bool isFresh) =>
        from person in Named
        let freshness = person.Freshness(SkillId)
        where freshness?.IsFresh == isFresh
        select (person, freshness.ConfirmedAt);
}

/// <param name="Authors">How many people at least have cards on it with which a colleague disagreed, as far as it may be said: never 0.</param>
public sealed record DisputedSkill(Id<Skill> SkillId, int Authors);
