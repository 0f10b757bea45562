using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Coverage.RollingUp;
using SkillDistill.Data.Jobs;

namespace SkillDistill.Web.Pages.Coverage.RollingUp;

/// <summary>Brings the kept cells of coverage in line with what changed: every few seconds, and before anybody reads them, so that what somebody decided holds from that moment.</summary>
internal sealed class SettleCoverage(SkillDistillDb db, RollUpCoverage rollUp, TimeProvider clock) : IChore
{
    /// <summary>A team or a skill may be removed while its cells are written.</summary>
    private const int Attempts = 3;

    /// <summary>Once, and not until nothing is due: where changes never end, nor would it.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; await rollUp.IsDueAsync(clock.GetUtcNow(), cancellationToken); attempt++)
        {
            try
            {
                await rollUp.RunAsync(clock.GetUtcNow(), cancellationToken);
                return;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
