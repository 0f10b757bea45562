using SkillDistill.Data.Jobs;

namespace SkillDistill.Data.Handovers;

/// <summary>Hands over what was agreed, once the last day is over. Somebody who leaves before is dealt with at that moment, by whoever takes them out.</summary>
public sealed class FinishHandovers(SkillDistillDb db, TimeProvider clock) : IChore
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.HandOverAsync(db.DueHandovers(now), now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
