using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Coverage.Counting;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.Coverage.Counting;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Data.Coverage.RollingUp;

/// <summary>Reckons some teams of which none is above another, and says which of those above must follow.</summary>
internal sealed class RollUpTeams(SkillDistillDb db, TeamTree tree, DateTimeOffset now, RollUpReport report)
{
    /// <param name="teams">Either all of them of every skill, or each of some.</param>
    public async Task RunAsync(IReadOnlyList<(Id<Team> Team, IReadOnlySet<Id<Skill>>? Skills)> teams, DueTeams due, CancellationToken cancellationToken)
    {
        if (teams.Count == 0)
        {
            return;
        }

        var (ids, skills) = (teams.Select(team => team.Team).ToList(), teams[0].Skills is null ? null : teams.SelectMany(team => team.Skills!).Distinct().ToList());
        var material = await ReadAsync(ids, skills, cancellationToken);
        foreach (var (team, only) in teams)
        {
            var rollup = new Rollup(team, [.. material.Named[team]], material.Counts[team], tree.Children(team).SelectMany(below => material.Cells[below]));
            var changed = Put(team, rollup, material, only);
            report.Add(team, changed.ConvertAll(cell => cell.Skill));
            material.Counting[team] = [.. changed.Where(cell => cell.Counts).Select(cell => cell.Skill)];
        }

        await db.SaveChangesAsync(cancellationToken);
        await TotalAsync(ids, material, due, cancellationToken);
    }

    /// <summary>Puts what was reckoned in the place of what is kept.</summary>
    private List<(Id<Skill> Skill, bool Counts)> Put(Id<Team> team, Rollup rollup, Material material, IReadOnlySet<Id<Skill>>? only)
    {
        var changed = new List<(Id<Skill>, bool)>();
        var kept = material.Kept[team].ToDictionary(cell => cell.SkillId);
        var today = CoverageLook.DayOf(now);
        foreach (var skill in only ?? rollup.Skills.Concat(kept.Keys).Concat(material.Wanted.Skills).Distinct())
        {
            var cell = rollup.Cell(skill, material.Wanted.Of(team, skill, today));
            if (!kept.TryGetValue(skill, out var old))
            {
                if (!cell.IsEmpty)
                {
                    db.CoverageCells.Add(cell);
                    changed.Add((skill, true));
                }
            }
            else if (!old.Says(cell))
            {
                changed.Add((skill, !old.CountsLike(cell)));
                if (cell.IsEmpty)
                {
                    db.CoverageCells.Remove(old);
                }
                else
                {
                    old.Become(cell);
                }
            }
        }

        return changed;
    }

    private async Task TotalAsync(List<Id<Team>> teams, Material material, DueTeams due, CancellationToken cancellationToken)
    {
        var states = (await db.CoverageCells.AsNoTracking().Where(cell => teams.Contains(cell.TeamId) && cell.HeadCount != null)
            .GroupBy(cell => new { cell.TeamId, cell.State }).Select(cells => new { cells.Key.TeamId, cells.Key.State, Count = cells.Count() }).ToListAsync(cancellationToken)).ToLookup(row => row.TeamId);
        db.ChangeTracker.Clear();
        foreach (var team in teams)
        {
            var counts = material.Counting[team];
            var below = TotalsBelow(team, material);
            int Sum(CoverageState state, Func<CoverageTotals, int> ofTotals) => states[team].Where(row => row.State == state).Sum(row => row.Count) + below.Sum(ofTotals);
            var totals = new CoverageTotals
            {
                TeamId = team,
                People = material.People.GetValueOrDefault(team) + below.Sum(total => total.People),
                Gaps = Sum(CoverageState.Gap, total => total.Gaps),
                SinglePoints = Sum(CoverageState.SinglePointOfFailure, total => total.SinglePoints),
                Thin = Sum(CoverageState.Thin, total => total.Thin),
                Covered = Sum(CoverageState.Covered, total => total.Covered),
            };
            var old = material.Totals.GetValueOrDefault(team);
            if (old != totals)
            {
                report.AddTotals();
                _ = old is null ? db.CoverageTotals.Add(totals) : db.CoverageTotals.Update(totals);
            }

            if (tree.Lineage(team) is [_, var above, ..] && (old != totals || counts.Count > 0))
            {
                due.Add(above, counts);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private List<CoverageTotals> TotalsBelow(Id<Team> team, Material material) => [.. tree.Children(team).Where(material.Totals.ContainsKey).Select(child => material.Totals[child])];

    private async Task<Material> ReadAsync(List<Id<Team>> teams, List<Id<Skill>>? skills, CancellationToken cancellationToken)
    {
        var below = teams.SelectMany(tree.Children).ToList();
        var lineages = teams.SelectMany(team => tree.Lineage(team)).Distinct().ToList();
        var known = below.Concat(teams).ToList();
        var (cells, kept, wanted) = (db.CoverageCells.AsNoTracking().Where(cell => below.Contains(cell.TeamId)), db.CoverageCells.Where(cell => teams.Contains(cell.TeamId)), db.Targets.AsNoTracking().Where(target => lineages.Contains(target.TeamId)));
        if (skills is not null)
        {
            (cells, kept, wanted) = (cells.Where(cell => skills.Contains(cell.SkillId)), kept.Where(cell => skills.Contains(cell.SkillId)), wanted.Where(target => skills.Contains(target.SkillId)));
        }

        var people = await db.PeopleInAsync(teams, now, cancellationToken);
        var said = db.CountsOf(teams);
        return new Material(
            people.CountBy(person => person.TeamId).ToDictionary(),
            (await NamedAsync([.. people.Where(person => person.IsNamed)], skills, cancellationToken)).ToLookup(member => member.TeamId),
            (await (skills is null ? said : said.Where(count => skills.Contains(count.SkillId))).ToListAsync(cancellationToken)).ToLookup(count => count.TeamId),
            (await cells.ToListAsync(cancellationToken)).ToLookup(cell => cell.TeamId),
            (await kept.ToListAsync(cancellationToken)).ToLookup(cell => cell.TeamId),
            await db.CoverageTotals.AsNoTracking().Where(total => known.Contains(total.TeamId)).ToDictionaryAsync(total => total.TeamId, cancellationToken),
            new TargetsInForce(tree, await wanted.OrderBy(target => target.Id).ToListAsync(cancellationToken)));
    }

    /// <summary>People who are named at this moment, without their names, of which the cells need none.</summary>
    private async Task<IEnumerable<Member>> NamedAsync(List<PersonInTeam> people, List<Id<Skill>>? skills, CancellationToken cancellationToken)
    {
        var said = db.LevelsInUse().Where(level => level.Level > 0);
        var levels = await (skills is null ? said : said.Where(level => skills.Contains(level.SkillId))).LevelsOfAsync(people.ConvertAll(person => person.Id), cancellationToken);
        var counted = await db.CountedTooAsync(people.ConvertAll(person => person.Id), cancellationToken);
        return people.Select(person => Member.Named(person.Id, person.TeamId, "", levels.GetValueOrDefault(person.Id, []), isCountedToo: counted.Contains(person.Id)));
    }

    /// <param name="People">How many people there are in each team itself.</param>
    /// <param name="Named">Those of them who are named.</param>
    /// <param name="Counts">What is said of the team's own crowd.</param>
    /// <param name="Cells">Those of the teams directly below.</param>
    /// <param name="Kept">The teams' own, tracked.</param>
    /// <param name="Totals">The teams' own and those of the teams directly below.</param>
    private sealed record Material(
        Dictionary<Id<Team>, int> People,
        ILookup<Id<Team>, Member> Named,
        ILookup<Id<Team>, CrowdCount> Counts,
        ILookup<Id<Team>, CoverageCell> Cells,
        ILookup<Id<Team>, CoverageCell> Kept,
        Dictionary<Id<Team>, CoverageTotals> Totals,
        TargetsInForce Wanted)
    {
        /// <summary>Of each team that was reckoned, the skills of which those above count otherwise now.</summary>
        public Dictionary<Id<Team>, IReadOnlyCollection<Id<Skill>>> Counting { get; } = [];
    }
}
