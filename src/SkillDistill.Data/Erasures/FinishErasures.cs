using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Jobs;

namespace SkillDistill.Data.Erasures;

/// <summary>
/// Does what no transaction can: has the store overwrite what erasures deleted, and notes when. Done right after each wish and by the clock, so that one
/// whose node died is finished by another. Doing it twice harms nothing.
/// </summary>
public sealed class FinishErasures(SkillDistillDb db, TimeProvider clock) : IChore
{
    /// <exception cref="TimeoutException">Not possible now; try again.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var open = await db.Erasures.Include(erasure => erasure.Steps).Where(erasure => erasure.Steps.Any(step => step.DoneAt == null)).ToListAsync(cancellationToken);
        if (open.Count == 0)
        {
            return;
        }

        await db.OverwriteDeletedAsync(cancellationToken);
        open.ForEach(erasure => erasure.Finish(clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
    }
}
