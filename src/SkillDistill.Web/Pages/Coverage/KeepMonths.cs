using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Jobs;
using SkillDistill.Domain.Coverage;
using SkillDistill.Web.Pages.Coverage.RollingUp;

namespace SkillDistill.Web.Pages.Coverage;

/// <summary>Keeps how every target stands when a month begins, all of them at once and never again, and takes away what is old. A month in which the product was off stays unknown.</summary>
internal sealed class KeepMonths(SkillDistillDb db, SettleCoverage settle, TimeProvider clock) : IChore
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var month = CoverageMonth.Of(clock.GetUtcNow());
        if (!await IsKeptAsync(month, cancellationToken))
        {
            await settle.RunAsync(cancellationToken);
            await KeepAsync(month, cancellationToken);
        }

        var forgotten = CoverageMonth.Forgotten(month);
        await db.CoverageMonths.Where(kept => kept.Month <= forgotten).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>From the kept cells, which say what every page says. Of two nodes that keep at once the second finds what the first has kept.</summary>
    private async Task KeepAsync(DateOnly month, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockAsync(nameof(KeepMonths), cancellationToken);
        if (await IsKeptAsync(month, cancellationToken))
        {
            return;
        }

        var aimed = await db.CoverageCells.AsNoTracking().Where(cell => cell.HeadCount != null).ToListAsync(cancellationToken);
        db.CoverageMonths.AddRange(aimed.Select(cell => CoverageMonth.Keep(cell, month)));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private Task<bool> IsKeptAsync(DateOnly month, CancellationToken cancellationToken) => db.CoverageMonths.AnyAsync(kept => kept.Month == month, cancellationToken);
}
