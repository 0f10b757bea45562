using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.Coverage.RollingUp;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Coverage.Large;

/// <summary>Reads a large team's coverage from kept cells, which are brought in line with everything decided before.</summary>
internal sealed class ReadLargeCoverage(SkillDistillDb db, SettleCoverage settle, WhoHoldsAlone whoHoldsAlone, LargeTeams largeTeams, CurrentPerson me, TimeProvider clock)
{
    public const int MostSkills = 100;
    public const int MostRows = 100;

    /// <summary>So that the picture of a company of many departments is drawn as fast as that of one of them.</summary>
    public const int MostCells = 3000;

    public const int MostLines = 100;
    public const int MostAlone = 25;

    /// <param name="team">One that the signed-in manager manages.</param>
    public async Task<LargeCoverage> OfAsync(Id<Team> team, CancellationToken cancellationToken)
    {
        // For all of its dozen statements, which would go round the pool otherwise, each to another of the server's processes.
        await db.Database.OpenConnectionAsync(cancellationToken);
        await SettleAsync(team, cancellationToken);
        var children = me.Teams.Children(team);
        var nearby = children.Append(team).ToList();
        var totals = await db.CoverageTotals.AsNoTracking().Where(total => nearby.Contains(total.TeamId)).ToDictionaryAsync(total => total.TeamId, cancellationToken);
        var above = me.Teams.Lineage(team).Skip(1).Where(me.ManagedTeams.Contains).Reverse().ToList();
        var below = children.Select(child => totals.GetValueOrDefault(child) is { } total ? new TeamBelow(child, total.People, largeTeams.IsLarge(total.People)) : new TeamBelow(child, null, IsLarge: false)).ToList();
        return totals.GetValueOrDefault(team) is not { } own
            ? new LargeCoverage { TeamId = team, Totals = null, Above = above, Below = below, TeamNames = Names([.. nearby, .. above]) }
            : await OfAsync(own, above, below, Rows(team, children, totals), cancellationToken);
    }

    /// <summary>All targets of the team and those below.</summary>
    /// <param name="team">One that the signed-in manager manages.</param>
    /// <returns>Null where it was not reckoned yet.</returns>
    public async Task<LargeLines?> LinesAsync(Id<Team> team, CancellationToken cancellationToken)
    {
        if (!await SettleAsync(team, cancellationToken))
        {
            return null;
        }

        var lines = Within(team, await db.Aimed(Branch(team)).WorstFirst().AsShown().ToListAsync(cancellationToken));
        return new LargeLines(lines, Names(lines.Select(line => line.TeamId)), await db.SkillNamesAsync([.. lines.Select(line => line.SkillId)], cancellationToken), CoverageLook.DayOf(clock.GetUtcNow()));
    }

    /// <returns>Whether there is anything that can be said; the first time takes minutes where a company is large, and is left to the chore.</returns>
    private async Task<bool> SettleAsync(Id<Team> team, CancellationToken cancellationToken)
    {
        if (!await db.CoverageTotals.AnyAsync(total => total.TeamId == team, cancellationToken))
        {
            return false;
        }

        await settle.RunAsync(cancellationToken);
        return true;
    }

    private async Task<LargeCoverage> OfAsync(CoverageTotals totals, List<Id<Team>> above, List<TeamBelow> below, List<Id<Team>> rows, CancellationToken cancellationToken)
    {
        var team = totals.TeamId;
        var branch = Branch(team);
        var columns = await db.WorstSkillsAsync(rows, Math.Min(MostSkills, MostCells / rows.Count), cancellationToken);
        var cells = await db.Cells(rows, columns).AsShown().ToDictionaryAsync(cell => (cell.TeamId, cell.SkillId), cancellationToken);
        var worst = Within(team, await db.Aimed(branch).WorstFirst().Take(MostLines).AsShown().ToListAsync(cancellationToken));
        var single = Within(team, await db.Aimed(branch).Where(cell => cell.State == CoverageState.SinglePointOfFailure).WorstFirst().Take(MostAlone).AsShown().ToListAsync(cancellationToken));
        var names = await db.SkillNamesAsync([.. columns, .. worst.Concat(single).Select(line => line.SkillId)], cancellationToken);
        return new LargeCoverage
        {
            TeamId = team,
            Totals = totals,
            Above = above,
            Below = below,
            Rows = rows,
            Columns = names.Grouped(columns),
            Cells = cells,
            Worst = worst,
            Alone = await whoHoldsAlone.Async(single, cancellationToken),
            TeamNames = Names([.. rows, .. above, .. below.Select(child => child.Id), .. worst.Concat(single).Select(line => line.TeamId)]),
            SkillNames = names,
        };
    }

    /// <summary>Of a company it is less to say which teams are not in it.</summary>
    private TeamsOfCells Branch(Id<Team> team)
    {
        var branch = me.Teams.Branch(team);
        return branch.Count == me.Teams.Count ? new TeamsOfCells([], AreLeftOut: true)
            : 2 * branch.Count > me.Teams.Count ? new TeamsOfCells([.. me.Teams.All.Except(branch)], AreLeftOut: true)
            : new TeamsOfCells(branch, AreLeftOut: false);
    }

    /// <summary>Without those of a team that was formed since the request's tree was read, and may be another manager's.</summary>
    private List<LargeCell> Within(Id<Team> team, List<LargeCell> lines) => lines.FindAll(line => me.Teams.Lineage(line.TeamId).Contains(team));

    private static List<Id<Team>> Rows(Id<Team> team, IReadOnlyList<Id<Team>> children, Dictionary<Id<Team>, CoverageTotals> totals)
    {
        var most = children.Where(totals.ContainsKey).OrderByDescending(child => totals[child].Gaps + totals[child].SinglePoints + totals[child].Thin).ThenBy(child => child).Take(MostRows - 1).ToHashSet();
        return [team, .. children.Where(most.Contains)];
    }

    private Dictionary<Id<Team>, string> Names(IEnumerable<Id<Team>> teams) => teams.Distinct().ToDictionary(team => team, team => me.Teams[team].Name);
}
