using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SkillDistill.Data.Jobs;
using SkillDistill.Domain.Consent.Ledger;

namespace SkillDistill.Data.Consent;

/// <summary>
/// Signs what the whole store holds: the heads that moved since the last time. Done every hour, even when none did, to show that it was. Says its
/// hash in the log, so that a log kept on another machine holds the ledger fast.
/// </summary>
public sealed partial class TakeCheckpoint(SkillDistillDb db, LedgerKeys keys, TimeProvider clock, ILogger<TakeCheckpoint> log) : IChore
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var key = await keys.CurrentAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockAsync("checkpoint", cancellationToken);
        var before = await db.Checkpoints.AsNoTracking().OrderByDescending(checkpoint => checkpoint.Number).FirstOrDefaultAsync(cancellationToken);
        var moved = await db.ConsentStreams.AsNoTracking().Where(stream => stream.LastSequence > stream.CheckpointedSequence).ToListAsync(cancellationToken);
        var streams = await db.ConsentStreams.CountAsync(cancellationToken);
        var entries = await db.LedgerEntries.LongCountAsync(cancellationToken);
        var checkpoint = Checkpoint.Take(before, moved, streams, entries, key.Key, key.Id, clock.GetUtcNow());
        db.Checkpoints.Add(checkpoint);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var stream in moved)
        {
            // A decision made meanwhile moves the head again, and the next checkpoint takes it.
            await db.ConsentStreams.Where(known => known.Id == stream.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(known => known.CheckpointedSequence, stream.LastSequence), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        Taken(log, checkpoint.Number, checkpoint.Streams, checkpoint.Entries, checkpoint.Hash);
    }

    [LoggerMessage(LogLevel.Information, "Checkpoint {Number} of the consent ledger: {Streams} streams, {Entries} entries, hash {Hash}")]
    private static partial void Taken(ILogger log, int number, int streams, long entries, string hash);
}
