using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Coverage.Large;

/// <summary>The lines of a large team and of those below it: cells with a target, worst first.</summary>
internal sealed class ReadLargeLines(SkillDistillDb db, LargeTotals totals, PickCells pick, ReadCellsAhead readAhead, CurrentPerson me, TimeProvider clock)
{
    /// <summary>All that a filter picks.</summary>
    /// <param name="team">One that the signed-in manager manages.</param>
    /// <returns>Null where it was not reckoned yet.</returns>
    public async Task<LargeLines?> AllAsync(Id<Team> team, CoverageFilter filter, CancellationToken cancellationToken)
    {
        if (await totals.ReadAsync(team, cancellationToken) is null)
        {
            return null;
        }

        var (picked, ahead) = (await pick.ByAsync(filter, cancellationToken), await readAhead.OfAsync(me.Teams.Branch(team), filter.Horizon, cancellationToken));
        var lines = ahead.Over(Within(team, await Picked(team, picked).WorstFirst().AsShown().ToListAsync(cancellationToken)), picked);
        return new LargeLines
        {
            Lines = lines,
            TeamNames = lines.Select(line => line.TeamId).Distinct().ToDictionary(known => known, known => me.Teams[known].Name),
            SkillNames = await db.SkillNamesAsync([.. lines.Select(line => line.SkillId)], cancellationToken),
            On = filter.Horizon.From(CoverageLook.DayOf(clock.GetUtcNow())),
        };
    }

    /// <summary>The first of those picked.</summary>
    public async Task<IReadOnlyList<ShownCell>> WorstAsync(Id<Team> team, PickedCells picked, CellsAhead ahead, int most, CancellationToken cancellationToken)
    {
        // So many of them may stand otherwise on the day looked at.
        var today = await Picked(team, picked).WorstFirst().Take(most + ahead.Count).AsShown().ToListAsync(cancellationToken);
        return [.. ahead.Over(Within(team, today), picked).Take(most)];
    }

    /// <summary>How many are picked.</summary>
    public async Task<int> CountAsync(Id<Team> team, PickedCells picked, CellsAhead ahead, CancellationToken cancellationToken) => ahead.Over(await Picked(team, picked).CountAsync(cancellationToken), picked);

    private IQueryable<CoverageCell> Picked(Id<Team> team, PickedCells picked) => db.Aimed(TeamsOfCells.Below(team, me.Teams)).Picked(picked);

    /// <summary>Without those of a team that was formed since the request's tree was read, and may be another manager's.</summary>
    private List<ShownCell> Within(Id<Team> team, List<ShownCell> lines) => lines.FindAll(line => me.Teams.Lineage(line.TeamId).Contains(team));
}
