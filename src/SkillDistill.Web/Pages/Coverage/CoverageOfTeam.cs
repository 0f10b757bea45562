using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Coverage;
using SkillDistill.Data.Coverage.Counting;
using SkillDistill.Data.People;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.Coverage.Counting;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Pages.Coverage;

/// <summary>Reads what coverage may know of a team at this moment, and what is said of its unnamed people, and lets the domain reckon.</summary>
internal sealed class CoverageOfTeam(SkillDistillDb db, TeamTrees trees, ReadMembers readMembers, TimeProvider clock)
{
    public Task<CoverageView> ReadAsync(Id<Team> team, CancellationToken cancellationToken) => ReadAsync(team, Horizon.Now, cancellationToken);

    /// <param name="horizon">Of which day the targets are; people are those of now.</param>
    /// <param name="also">Skills whose names are wanted whether or not anything may be said of them.</param>
    public async Task<CoverageView> ReadAsync(Id<Team> team, Horizon horizon, CancellationToken cancellationToken, params IReadOnlyList<Id<Skill>> also) =>
        (await ReadAsync(team, [horizon], cancellationToken, also))[0];

    /// <summary>The same people and decisions held against what is wanted at several times; each view knows the names of all of them.</summary>
    public async Task<IReadOnlyList<CoverageView>> ReadAsync(Id<Team> team, IReadOnlyList<Horizon> horizons, CancellationToken cancellationToken, params IReadOnlyList<Id<Skill>> also)
    {
        var tree = await trees.ReadAsync(db, cancellationToken);
        var known = new KnownOfTeam(team, tree)
        {
            Members = await readMembers.NamedAsync(tree.Branch(team), cancellationToken),
            Unnamed = await db.CountsOf(tree.Branch(team)).ToListAsync(cancellationToken),
            Targets = await Targets(team, tree).ToListAsync(cancellationToken),
        };
        return await ViewAsync(known, horizons, also, cancellationToken);
    }

    /// <summary>Some skills alone, each as the whole view has it, of a team of however many people: only those who declared one are read.</summary>
    public async Task<CoverageView> OfSkillsAsync(Id<Team> team, Horizon horizon, IReadOnlyList<Id<Skill>> skills, CancellationToken cancellationToken)
    {
        var tree = await trees.ReadAsync(db, cancellationToken);
        var known = new KnownOfTeam(team, tree)
        {
            Members = await readMembers.NamedWhoDeclaredAsync(tree.Branch(team), skills, cancellationToken),
            Unnamed = await db.CountsOf(tree.Branch(team)).Where(count => skills.Contains(count.SkillId)).ToListAsync(cancellationToken),
            Targets = await Targets(team, tree).Where(target => skills.Contains(target.SkillId)).ToListAsync(cancellationToken),
        };
        return (await ViewAsync(known, [horizon], skills, cancellationToken))[0];
    }

    private async Task<IReadOnlyList<CoverageView>> ViewAsync(KnownOfTeam known, IReadOnlyList<Horizon> horizons, IReadOnlyList<Id<Skill>> also, CancellationToken cancellationToken)
    {
        var (unnamed, inForce, today) = (new CrowdCounts(known.Unnamed), new TargetsInForce(known.Tree, known.Targets), CoverageLook.DayOf(clock.GetUtcNow()));
        var reckoned = horizons.Select(horizon => (horizon, coverage: TeamCoverage.Of(known.Team, known.Tree, known.Members, unnamed, inForce.Below(known.Team, horizon.From(today))))).ToList();
        var labels = await db.SkillNamesAsync(
            [.. reckoned.SelectMany(view => view.coverage.Skills.Concat(view.coverage.Lines.Select(line => line.SkillId)).Concat(view.coverage.Disputed.Select(skill => skill.SkillId))), .. also], cancellationToken);
        return [.. reckoned.Select(view => new CoverageView(view.coverage, labels, known.Tree) { Horizon = view.horizon })];
    }

    /// <summary>Each team's own and those that come to it from above, whenever they are due.</summary>
    private IQueryable<Target> Targets(Id<Team> team, TeamTree tree)
    {
        var concerned = tree.Branch(team).Union(tree.Lineage(team)).ToList();
        return db.Targets.AsNoTracking().Where(target => concerned.Contains(target.TeamId)).OrderBy(target => target.Id);
    }

    private sealed record KnownOfTeam(Id<Team> Team, TeamTree Tree)
    {
        public required IReadOnlyList<Member> Members { get; init; }

        public required IReadOnlyList<CrowdCount> Unnamed { get; init; }

        public required IReadOnlyList<Target> Targets { get; init; }
    }
}

/// <summary>A team's coverage with the names a page needs, in the order it shows them.</summary>
internal sealed class CoverageView(TeamCoverage coverage, IReadOnlyDictionary<Id<Skill>, SkillName> skills, TeamTree teams)
{
    private readonly Dictionary<Id<Skill>, CoverageLine> _worst = coverage.Lines.Where(line => line.HeadCount is not null).GroupBy(line => line.SkillId).ToDictionary(skill => skill.Key, skill => skill.MinBy(line => line.State)!);

    /// <summary>When the targets are those of.</summary>
    public Horizon Horizon { get; init; }

    /// <summary>What the address of another page says of it: nothing where it is now.</summary>
    public int? HorizonRoute => Horizon.Ahead();

    /// <summary>The same as the last part of an address that is written out.</summary>
    public string HorizonPart => HorizonRoute is { } months ? $"&horizon={months}" : "";

    public Id<Team> TeamId => coverage.TeamId;

    public string TeamName => TeamNamed(coverage.TeamId);

    public IReadOnlyList<Member> People => coverage.People;

    /// <summary>The teams directly below.</summary>
    public IReadOnlyList<Id<Team>> Teams => coverage.Teams;

    /// <summary>The columns of the heatmap under their broader skills; those with none come last.</summary>
    public IReadOnlyList<SkillGroup> Columns { get; } = skills.Grouped(coverage.Skills);

    /// <summary>Worst first, then by name.</summary>
    public IReadOnlyList<CoverageLine> Lines { get; } =
    [
        .. coverage.Lines.OrderBy(line => line.State).ThenByDescending(line => line.Missing)
            .ThenBy(line => skills[line.SkillId].Label, StringComparer.CurrentCulture).ThenBy(line => teams[line.TeamId].Name, StringComparer.CurrentCulture),
    ];

    /// <summary>Whether several teams are shown, so that each line must say which it is about.</summary>
    public bool HasSeveralTeams => Lines.Any(line => line.TeamId != coverage.TeamId);

    /// <summary>Where judgement lives: with the most people first, then by name.</summary>
    public IReadOnlyList<DisputedSkill> Disputed { get; } =
        [.. coverage.Disputed.OrderByDescending(skill => skill.Authors).ThenBy(skill => skills[skill.SkillId].Label, StringComparer.CurrentCulture)];

    public IEnumerable<CoverageLine> SinglePoints => Lines.Where(line => line.State == CoverageState.SinglePointOfFailure);

    /// <summary>What misses most against its target; null where nothing does.</summary>
    public CoverageLine? Thinnest => Lines.FirstOrDefault(line => line.State < CoverageState.Covered);

    /// <summary>The worst that a line with a target says of a skill; null where no target is set for it.</summary>
    public CoverageLine? Worst(Id<Skill> skill) => _worst.GetValueOrDefault(skill);

    /// <summary>Null where nothing with a target is held.</summary>
    public BusFactor? BusFactor { get; } = BusFactor.Of(coverage.Lines);

    public Burden Burden { get; } = Burden.Of(coverage.Lines);

    public int Count(CoverageState state) => Lines.Count(line => line.State == state);

    /// <summary>Whether such a skill is known at all.</summary>
    public bool Knows(Id<Skill> skill) => skills.ContainsKey(skill);

    public int Unnamed(Id<Skill> skill) => coverage.Unnamed(skill);

    public int UnnamedFresh(Id<Skill> skill) => coverage.UnnamedFresh(skill);

    /// <summary>Whether a line says how fresh cards are, so that the word wants explaining.</summary>
    public bool TellsFreshness => Lines.Any(line => line.UnnamedFresh > 0 || line.Confirmed(isFresh: true).Any() || line.Confirmed(isFresh: false).Any());

    /// <summary>How a skill stands in the team or one of those below.</summary>
    public CoverageLine Cell(Id<Team> team, Id<Skill> skill) => coverage.Cell(team, skill);

    public SkillName Name(Id<Skill> skill) => skills[skill];

    public string Label(Id<Skill> skill) => skills[skill].Label;

    public string TeamNamed(Id<Team> team) => teams[team].Name;
}
