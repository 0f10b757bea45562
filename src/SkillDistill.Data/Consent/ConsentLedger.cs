using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Consent.Ledger;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Consent;

/// <summary>
/// The one way in which decisions reach the store: under the lock of the subject's stream, signed, and in one transaction with the state they change.
/// A caller's own transaction is joined.
/// </summary>
public sealed class ConsentLedger(SkillDistillDb db, LedgerKeys keys)
{
    /// <param name="decide">What happens to the stream; whatever else it changes in the store is saved with it, or not at all.</param>
    public async Task<Outcome<ConsentStream>> DecideAsync(Id<Person> subject, Func<ConsentStream, Refusal?> decide, CancellationToken cancellationToken)
    {
        // Before the transaction, because making the first key writes on another connection.
        var key = await keys.CurrentAsync(cancellationToken);
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        await db.LockStreamAsync(subject, cancellationToken);
        var stream = await LoadAsync(subject, cancellationToken);
        var before = stream.LastSequence;
        if (decide(stream) is { } refusal)
        {
            await LeaveAsync(own);
            return refusal;
        }

        if (!await RestsOnTodaysNoticeAsync(stream, cancellationToken))
        {
            await LeaveAsync(own);
            return new NoticeChangedMeanwhile();
        }

        if (stream.LastSequence != before)
        {
            stream.SealWith(key.Key, key.Id);
        }

        await db.SaveChangesAsync(cancellationToken);
        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
        }

        return stream;
    }

    /// <summary>
    /// The subject has everything erased: their stream ends, nothing leads from it to them any more, and what the entries said is taken away. Types,
    /// times and digests stay, and verify.
    /// </summary>
    public async Task<Outcome<ConsentStream>> EraseAsync(Id<Person> subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        var outcome = await DecideAsync(subject, stream => stream.Erase(subject, now).Refusal, cancellationToken);
        if (outcome.Refused(out _))
        {
            return outcome;
        }

        var stream = outcome.Value.Id;
        await db.LedgerEntries.Where(entry => entry.StreamId == stream && entry.Type != LedgerTypes.Erased)
            .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Payload, (string?)null).SetProperty(entry => entry.Salt, (string?)null), cancellationToken);
        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
        }

        return outcome;
    }

    /// <summary>Signs streams that were made apart and are saved by the caller.</summary>
    public async Task SealAsync(IEnumerable<ConsentStream> streams, CancellationToken cancellationToken)
    {
        var key = await keys.CurrentAsync(cancellationToken);
        foreach (var stream in streams)
        {
            stream.SealWith(key.Key, key.Id);
        }
    }

    /// <summary>As it stands behind the lock, whatever was loaded before.</summary>
    private async Task<ConsentStream> LoadAsync(Id<Person> subject, CancellationToken cancellationToken)
    {
        foreach (var stale in db.ChangeTracker.Entries().Where(entry => entry.Entity is ConsentStream or Domain.Consent.Consent or Domain.Consent.Ledger.LedgerEntry).ToList())
        {
            stale.State = EntityState.Detached;
        }

        var stream = await db.ConsentStreams.Include(known => known.Consents).FirstOrDefaultAsync(known => known.SubjectId == subject, cancellationToken);
        if (stream is null)
        {
            stream = ConsentStream.Of(subject);
            db.ConsentStreams.Add(stream);
        }

        return stream;
    }

    /// <summary>
    /// Whatever the caller compared before: behind the lock, a yes counts only on the words that are published now. Whoever publishes others waits for
    /// the lock, and then finds that yes and asks again.
    /// </summary>
    private async Task<bool> RestsOnTodaysNoticeAsync(ConsentStream stream, CancellationToken cancellationToken)
    {
        foreach (var entry in stream.Entries.Where(entry => entry.Type is nameof(ConsentState.Given) or nameof(ConsentState.Renewed)))
        {
            var terms = entry.Decision!.Terms;
            if (!await db.Notices.AnyAsync(
                notice => notice.Number == db.Notices.Max(newest => newest.Number)
                    && notice.Version == terms.NoticeVersion && notice.Language == terms.Language && notice.Digest == terms.NoticeDigest,
                cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Nothing of a refused decision may be saved by somebody who goes on with this context.</summary>
    private async Task LeaveAsync(IDbContextTransaction? own)
    {
        if (own is not null)
        {
            db.ChangeTracker.Clear();
            await own.RollbackAsync();
        }
    }
}
