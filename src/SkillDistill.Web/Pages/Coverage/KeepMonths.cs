using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Jobs;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Pages.Coverage;

/// <summary>Keeps how every target stands when a month begins, all of them at once and never again, and takes away what is old. A month in which the product was off stays unknown.</summary>
internal sealed class KeepMonths(SkillDistillDb db, CoverageOfTeam coverageOfTeam, TimeProvider clock) : IChore
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var month = CoverageMonth.Of(clock.GetUtcNow());
        if (!await IsKeptAsync(month, cancellationToken))
        {
            await KeepAsync(await ReckonAsync(month, cancellationToken), month, cancellationToken);
        }

        var forgotten = CoverageMonth.Forgotten(month);
        await db.CoverageMonths.Where(kept => kept.Month <= forgotten).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>A line says in the view of the topmost team what it says in every other.</summary>
    private async Task<List<CoverageMonth>> ReckonAsync(DateOnly month, CancellationToken cancellationToken)
    {
        var reckoned = new List<CoverageMonth>();
        foreach (var root in await RootsAsync(cancellationToken))
        {
            reckoned.AddRange(CoverageMonth.Keep((await coverageOfTeam.ReadAsync(root, cancellationToken)).Lines, month));
        }

        return reckoned;
    }

    /// <summary>Of two nodes that reckon at once the second finds what the first has kept.</summary>
    private async Task KeepAsync(List<CoverageMonth> reckoned, DateOnly month, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockAsync(nameof(KeepMonths), cancellationToken);
        if (await IsKeptAsync(month, cancellationToken))
        {
            return;
        }

        db.CoverageMonths.AddRange(reckoned);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private Task<bool> IsKeptAsync(DateOnly month, CancellationToken cancellationToken) => db.CoverageMonths.AnyAsync(kept => kept.Month == month, cancellationToken);

    private async Task<IReadOnlyList<Id<Team>>> RootsAsync(CancellationToken cancellationToken)
    {
        var teams = await db.Teams.AsNoTracking().ToListAsync(cancellationToken);
        var tree = new TeamTree(teams);
        return [.. teams.Select(team => team.Id).Where(team => tree.Lineage(team).Count == 1)];
    }
}
