using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.Coverage.RollingUp;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Coverage.Large;

/// <summary>Reads a large team's coverage from kept cells, which are brought in line with everything decided before.</summary>
internal sealed class ReadLargeCoverage(SkillDistillDb db, SettleCoverage settle, WhoHoldsAlone whoHoldsAlone, LargeTeams largeTeams, CurrentPerson me)
{
    public const int MostSkills = 150;
    public const int MostRows = 100;
    public const int MostLines = 100;
    public const int MostAlone = 50;

    /// <param name="team">One that the signed-in manager manages.</param>
    public async Task<LargeCoverage> OfAsync(Id<Team> team, CancellationToken cancellationToken)
    {
        // The first time takes minutes where a company is large, and is left to the chore.
        if (await db.CoverageTotals.AnyAsync(total => total.TeamId == team, cancellationToken))
        {
            await settle.RunAsync(cancellationToken);
        }

        var children = me.Teams.Children(team);
        var nearby = children.Append(team).ToList();
        var totals = await db.CoverageTotals.AsNoTracking().Where(total => nearby.Contains(total.TeamId)).ToDictionaryAsync(total => total.TeamId, cancellationToken);
        var above = me.Teams.Lineage(team).Skip(1).Where(me.ManagedTeams.Contains).Reverse().ToList();
        var below = children.Select(child => totals.GetValueOrDefault(child) is { } total ? new TeamBelow(child, total.People, largeTeams.IsLarge(total.People)) : new TeamBelow(child, null, IsLarge: false)).ToList();
        return totals.GetValueOrDefault(team) is not { } own
            ? new LargeCoverage { TeamId = team, Totals = null, Above = above, Below = below, TeamNames = await NamesAsync([.. nearby, .. above], cancellationToken) }
            : await OfAsync(own, above, below, Rows(team, children, totals), cancellationToken);
    }

    private async Task<LargeCoverage> OfAsync(CoverageTotals totals, List<Id<Team>> above, List<TeamBelow> below, List<Id<Team>> rows, CancellationToken cancellationToken)
    {
        var team = totals.TeamId;
        var branch = await BranchAsync(team, cancellationToken);
        var columns = await db.WorstSkillsAsync(rows, MostSkills, cancellationToken);
        var cells = await db.CoverageCells.AsNoTracking().Where(cell => rows.Contains(cell.TeamId) && columns.Contains(cell.SkillId)).AsShown().ToDictionaryAsync(cell => (cell.TeamId, cell.SkillId), cancellationToken);
        var worst = await db.Aimed(branch).WorstFirst().Take(MostLines).AsShown().ToListAsync(cancellationToken);
        var single = await db.Aimed(branch).Where(cell => cell.State == CoverageState.SinglePointOfFailure).WorstFirst().Take(MostAlone).AsShown().ToListAsync(cancellationToken);
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
            Alone = await whoHoldsAlone.Async(single, me.Teams, cancellationToken),
            TeamNames = await NamesAsync([.. rows, .. above, .. below.Select(child => child.Id), .. worst.Concat(single).Select(line => line.TeamId)], cancellationToken),
            SkillNames = names,
        };
    }

    /// <summary>Of a company it is less to say which teams are not in it.</summary>
    private async Task<TeamsOfCells> BranchAsync(Id<Team> team, CancellationToken cancellationToken)
    {
        var branch = me.Teams.Branch(team);
        var all = await db.Teams.Select(known => known.Id).ToListAsync(cancellationToken);
        return 2 * branch.Count > all.Count ? new TeamsOfCells([.. all.Except(branch)], AreLeftOut: true) : new TeamsOfCells(branch, AreLeftOut: false);
    }

    private static List<Id<Team>> Rows(Id<Team> team, IReadOnlyList<Id<Team>> children, Dictionary<Id<Team>, CoverageTotals> totals)
    {
        var most = children.Where(totals.ContainsKey).OrderByDescending(child => totals[child].Gaps + totals[child].SinglePoints + totals[child].Thin).ThenBy(child => child).Take(MostRows - 1).ToHashSet();
        return [team, .. children.Where(most.Contains)];
    }

    private async Task<Dictionary<Id<Team>, string>> NamesAsync(IEnumerable<Id<Team>> teams, CancellationToken cancellationToken)
    {
        var ids = teams.Distinct().ToList();
        return await db.Teams.Where(team => ids.Contains(team.Id)).ToDictionaryAsync(team => team.Id, team => team.Name, cancellationToken);
    }
}
