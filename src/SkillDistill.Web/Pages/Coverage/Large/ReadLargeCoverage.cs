using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Coverage.Large;

/// <summary>Reads a large team's coverage from kept cells.</summary>
internal sealed class ReadLargeCoverage(SkillDistillDb db, LargeTotals readTotals, PickCells pick, ReadCellsAhead readAhead, ReadLargeLines lines, ReadLargeMonths months, WhoHoldsAlone whoHoldsAlone, CurrentPerson me, TimeProvider clock)
{
    public const int MostSkills = 100;
    public const int MostRows = 100;

    /// <summary>So that the picture of a company of many departments is drawn as fast as that of one of them.</summary>
    public const int MostCells = 1500;

    public const int MostLines = 50;
    public const int MostAlone = 15;

    /// <param name="team">One that the signed-in manager manages.</param>
    public async Task<LargeCoverage> OfAsync(Id<Team> team, CoverageFilter filter, CancellationToken cancellationToken)
    {
        // For all of its dozen statements, which would go round the pool otherwise, each to another of the server's processes.
        await db.Database.OpenConnectionAsync(cancellationToken);
        var children = me.Teams.Children(team);
        var totals = await readTotals.ReadAsync(team, children, cancellationToken);
        var above = me.Teams.Lineage(team).Skip(1).Where(me.ManagedTeams.Contains).Reverse().ToList();
        var coverage = new LargeCoverage
        {
            TeamId = team,
            Filter = filter,
            On = filter.Horizon.From(CoverageLook.DayOf(clock.GetUtcNow())),
            People = totals.GetValueOrDefault(team)?.People,
            Above = above,
            Below = [.. children.Select(child => new TeamBelow(child, totals.GetValueOrDefault(child)?.People))],
            TeamNames = Names([.. children, team, .. above]),
        };
        return totals.GetValueOrDefault(team) is not { } own ? coverage : await FillAsync(coverage, own.Standing(), Rows(team, children, totals), cancellationToken);
    }

    private async Task<LargeCoverage> FillAsync(LargeCoverage coverage, Standing today, List<Id<Team>> rows, CancellationToken cancellationToken)
    {
        var (team, filter) = (coverage.TeamId, coverage.Filter);
        var (picked, ahead) = (await pick.ByAsync(filter, cancellationToken), await readAhead.OfAsync(me.Teams.Branch(team), filter.Horizon, cancellationToken));
        var (columns, cells) = await PictureAsync(rows, picked, ahead, cancellationToken);
        var worst = await lines.WorstAsync(team, picked, ahead, MostLines, cancellationToken);
        var single = await lines.WorstAsync(team, PickedCells.AllSinglePoints, ahead, MostAlone, cancellationToken);
        var thinnest = (picked.AreAll ? worst : await lines.WorstAsync(team, PickedCells.All, ahead, 1, cancellationToken)).FirstOrDefault(line => line.State < CoverageState.Covered);
        var said = worst.Concat(single).Append(thinnest).OfType<ShownCell>().ToList();
        var (standing, names) = (ahead.Over(today), await db.SkillNamesAsync([.. columns, .. said.Select(line => line.SkillId)], cancellationToken));
        return coverage with
        {
            Standing = standing,
            Rows = rows,
            Columns = names.Grouped(columns),
            Cells = cells,
            Worst = worst,
            Picked = picked.AreAll ? standing.Targets : await lines.CountAsync(team, picked, ahead, cancellationToken),
            Thinnest = thinnest,
            Alone = await whoHoldsAlone.Async(single, cancellationToken),
            Months = filter.Horizon == Horizon.Now ? await months.OfAsync([.. worst.Append(thinnest).OfType<ShownCell>().Where(line => line.State < CoverageState.Covered).Distinct()], cancellationToken) : null,
            // Where everything is shown those of the picture do, and are known.
            Groups = picked.AreAll ? columns.Select(skill => names[skill]).Groups() : await pick.GroupsAsync(cancellationToken),
            TeamNames = Names([.. coverage.TeamNames.Keys, .. rows, .. said.Select(line => line.TeamId)]),
            SkillNames = names,
        };
    }

    /// <summary>The columns of some rows, and the cells.</summary>
    private async Task<(IReadOnlyList<Id<Skill>> Columns, IReadOnlyDictionary<(Id<Team> Team, Id<Skill> Skill), ShownCell> Cells)> PictureAsync(List<Id<Team>> rows, PickedCells picked, CellsAhead ahead, CancellationToken cancellationToken)
    {
        var (aimed, most) = (db.Aimed(new TeamsOfCells(rows, AreLeftOut: false)).Picked(picked), Math.Min(MostSkills, MostCells / rows.Count));
        var columns = ahead.IsNone
            ? await aimed.WorstSkillsAsync(most, cancellationToken)
            : ahead.Over(await aimed.AsShown().ToListAsync(cancellationToken), picked).Where(line => rows.Contains(line.TeamId)).WorstSkills(most);
        return (columns, ahead.Over(await db.Cells(rows, columns).AsShown().ToDictionaryAsync(cell => cell.Key, cancellationToken)));
    }

    private static List<Id<Team>> Rows(Id<Team> team, IReadOnlyList<Id<Team>> children, IReadOnlyDictionary<Id<Team>, CoverageTotals> totals)
    {
        var most = children.Where(totals.ContainsKey).OrderByDescending(child => totals[child].Standing().Unmet).ThenBy(child => child).Take(MostRows - 1).ToHashSet();
        return [team, .. children.Where(most.Contains)];
    }

    private Dictionary<Id<Team>, string> Names(IEnumerable<Id<Team>> teams) => teams.Distinct().ToDictionary(team => team, team => me.Teams[team].Name);
}
