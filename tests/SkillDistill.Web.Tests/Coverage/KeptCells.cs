using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.Coverage;

namespace SkillDistill.Web.Tests.Coverage;

internal static class KeptCells
{
    /// <summary>Holds what is kept of a team and all below it against what coverage reckons from their people: every cell and every total.</summary>
    /// <returns>The cells that are kept.</returns>
    public static async Task<IReadOnlyList<CoverageCell>> AgreesAsync(this House house, Id<Team> root)
    {
        var (branch, kept, totals, people, skills) = await house.InStoreAsync(async db =>
        {
            var tree = new TeamTree(await db.Teams.AsNoTracking().ToListAsync());
            var ids = tree.Branch(root).ToList();
            return (ids.ToDictionary(team => team, team => tree.Branch(team).ToHashSet()),
                await db.CoverageCells.AsNoTracking().Where(cell => ids.Contains(cell.TeamId)).ToListAsync(),
                await db.CoverageTotals.AsNoTracking().Where(total => ids.Contains(total.TeamId)).ToDictionaryAsync(total => total.TeamId),
                await db.People.Where(person => person.DeactivatedAt == null && person.TeamId != null && ids.Contains(person.TeamId!.Value)).Select(person => person.TeamId!.Value).ToListAsync(),
                await db.Skills.Select(skill => skill.Id).ToListAsync());
        });
        var view = await house.AskAsync<CoverageOfTeam, CoverageView>(coverage => coverage.ReadAsync(root, CancellationToken.None));
        var cells = kept.ToDictionary(cell => (cell.TeamId, cell.SkillId));
        foreach (var team in branch.Keys)
        {
            foreach (var skill in skills)
            {
                var line = view.Cell(team, skill);
                var said = cells.TryGetValue((team, skill), out var cell) ? (cell.State, cell.Level, cell.HeadCount, cell.Holders, cell.Missing, cell.Named[cell.Level ?? 3], cell.IsAtLeast) : (CoverageState.NoTarget, null, null, 0, 0, 0, false);
                Assert.Equal((line.State, line.Level, line.HeadCount, line.Holders, line.Missing, line.Named.Count, line.Unnamed > 0), said);
            }

            var lines = view.Lines.Where(line => line.HeadCount is not null && branch[team].Contains(line.TeamId)).ToLookup(line => line.State);
            var total = totals[team];
            Assert.Equal((people.Count(branch[team].Contains), lines[CoverageState.Gap].Count(), lines[CoverageState.SinglePointOfFailure].Count(), lines[CoverageState.Thin].Count(), lines[CoverageState.Covered].Count()), (total.People, total.Gaps, total.SinglePoints, total.Thin, total.Covered));
        }

        return kept;
    }
}
