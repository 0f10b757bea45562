using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.Coverage.RollingUp;

namespace SkillDistill.Web.Pages.Coverage.Large;

/// <summary>How the targets of large teams stand, after what is kept was brought in line with everything decided before.</summary>
internal sealed class LargeTotals(SkillDistillDb db, SettleCoverage settle)
{
    /// <returns>Without the team where it was never reckoned: that takes minutes in a large company, and is left to the chore.</returns>
    public async Task<IReadOnlyDictionary<Id<Team>, CoverageTotals>> ReadAsync(Id<Team> team, IEnumerable<Id<Team>> below, CancellationToken cancellationToken)
    {
        if (await db.CoverageTotals.AnyAsync(total => total.TeamId == team, cancellationToken))
        {
            await settle.RunAsync(cancellationToken);
        }

        var teams = below.Append(team).ToList();
        return await db.CoverageTotals.AsNoTracking().Where(total => teams.Contains(total.TeamId)).ToDictionaryAsync(total => total.TeamId, cancellationToken);
    }

    /// <inheritdoc cref="ReadAsync(Id{Team}, IEnumerable{Id{Team}}, CancellationToken)"/>
    public async Task<CoverageTotals?> ReadAsync(Id<Team> team, CancellationToken cancellationToken) => (await ReadAsync(team, [], cancellationToken)).GetValueOrDefault(team);
}

internal static class StandingOfTotals
{
    public static Standing Standing(this CoverageTotals totals) =>
        Domain.Coverage.Standing.Of([(CoverageState.Gap, totals.Gaps), (CoverageState.SinglePointOfFailure, totals.SinglePoints), (CoverageState.Thin, totals.Thin), (CoverageState.Covered, totals.Covered)]);
}
