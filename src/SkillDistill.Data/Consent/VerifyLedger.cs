using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Consent.Ledger;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Consent;

/// <summary>
/// Checks everything the store says about consent against itself: each stream from its first entry to its signed head, the checkpoints, the streams
/// against the checkpoints, and where each purpose stands against what the entries say.
/// </summary>
public sealed class VerifyLedger(SkillDistillDb db, TimeProvider clock)
{
    private const int StreamsAtOnce = 200;

    /// <summary>Checks the whole store and keeps what it saw for the auditor.</summary>
    public async Task<LedgerReport> RunAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var keys = await KeysAsync(cancellationToken);
        var findings = new List<LedgerFinding>();
        var (checkpoints, anchors) = await CheckpointsAsync(keys, findings, cancellationToken);
        var (streams, entries, redacted) = (0, 0, 0);
        var ids = await db.ConsentStreams.OrderBy(stream => stream.Id).Select(stream => stream.Id).ToListAsync(cancellationToken);
        foreach (var some in ids.Chunk(StreamsAtOnce))
        {
            foreach (var id in some)
            {
                var seen = await StreamAsync(id, keys, anchors.GetValueOrDefault(id.ToString(), []), cancellationToken);
                (streams, entries, redacted) = (streams + 1, entries + seen.Entries, redacted + seen.Redacted);
                findings.AddRange(seen.Finding is { } finding ? [finding] : []);
            }
        }

        var known = ids.Select(id => id.ToString()).ToHashSet();
        findings.AddRange(anchors.Where(anchor => !known.Contains(anchor.Key)).Select(anchor => new LedgerFinding(anchor.Key, 1, LedgerFault.StreamMissing)));
        var report = new LedgerReport(streams, entries, redacted, checkpoints, findings);
        db.LedgerChecks.Add(LedgerCheck.Of(report, Stopwatch.GetElapsedTime(started), clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        return report;
    }

    /// <summary>The same for the stream of one person, for their own eyes. Nothing is kept of it.</summary>
    public async Task<LedgerReport> OfAsync(Id<Person> subject, CancellationToken cancellationToken)
    {
        var keys = await KeysAsync(cancellationToken);
        var findings = new List<LedgerFinding>();
        var (checkpoints, anchors) = await CheckpointsAsync(keys, findings, cancellationToken);
        if (await db.ConsentStreams.Where(stream => stream.SubjectId == subject).Select(stream => (Guid?)stream.Id.Value).FirstOrDefaultAsync(cancellationToken) is not { } id)
        {
            return new LedgerReport(0, 0, 0, checkpoints, findings);
        }

        var stream = new Id<ConsentStream>(id);
        var seen = await StreamAsync(stream, keys, anchors.GetValueOrDefault(stream.ToString(), []), cancellationToken);
        return new LedgerReport(1, seen.Entries, seen.Redacted, checkpoints, [.. findings, .. seen.Finding is { } finding ? new[] { finding } : []]);
    }

    private async Task<Dictionary<string, ECDsa>> KeysAsync(CancellationToken cancellationToken)
    {
        var keys = new Dictionary<string, ECDsa>();
        foreach (var stored in await db.SigningKeys.AsNoTracking().ToListAsync(cancellationToken))
        {
            var key = stored.Public();
            if (SigningKey.Thumbprint(key) == stored.Id)
            {
                keys.Add(stored.Id, key);
            }
        }

        return keys;
    }

    private async Task<(int Count, Dictionary<string, List<(int Sequence, string Hash)>> Anchors)> CheckpointsAsync(
        Dictionary<string, ECDsa> keys, List<LedgerFinding> findings, CancellationToken cancellationToken)
    {
        var anchors = new Dictionary<string, List<(int, string)>>();
        Checkpoint? before = null;
        var count = 0;
        await foreach (var checkpoint in db.Checkpoints.AsNoTracking().OrderBy(checkpoint => checkpoint.Number).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            count++;
            if (!checkpoint.Holds(before, keys))
            {
                findings.Add(new LedgerFinding(null, count, LedgerFault.CheckpointBroken));
                break;
            }

            foreach (var (stream, sequence, hash) in checkpoint.ReadHeads())
            {
                (anchors.TryGetValue(stream, out var held) ? held : anchors[stream] = []).Add((sequence, hash));
            }

            before = checkpoint;
        }

        return (count, anchors);
    }

    private async Task<SeenStream> StreamAsync(Id<ConsentStream> id, Dictionary<string, ECDsa> keys, List<(int Sequence, string Hash)> anchors, CancellationToken cancellationToken)
    {
        try
        {
            var stream = await db.ConsentStreams.AsNoTracking().Include(stream => stream.Consents).FirstAsync(stream => stream.Id == id, cancellationToken);
            var entries = await db.LedgerEntries.AsNoTracking().Where(entry => entry.StreamId == id).OrderBy(entry => entry.Sequence).ToListAsync(cancellationToken);
            return new SeenStream(entries.Count, entries.Count(entry => entry.Payload is null), Finding(stream, entries, keys, anchors));
        }
        catch (Exception broken) when (broken is InvalidOperationException or FormatException or InvalidCastException or ArgumentException or OverflowException)
        {
            return new SeenStream(0, 0, new LedgerFinding(id.ToString(), 1, LedgerFault.Unreadable));
        }
    }

    private static LedgerFinding? Finding(ConsentStream stream, List<LedgerEntry> entries, Dictionary<string, ECDsa> keys, List<(int Sequence, string Hash)> anchors)
    {
        if (VerifyStream.Check([.. entries.Select(LedgerLine.Of)], SealedHead.Of(stream), keys) is { } finding)
        {
            return finding;
        }

        foreach (var (sequence, hash) in anchors)
        {
            if (sequence > entries.Count || entries[sequence - 1].Hash != hash)
            {
                return new LedgerFinding(stream.Id.ToString(), Math.Min(sequence, entries.Count + 1), LedgerFault.RewrittenSinceCheckpoint);
            }
        }

        return StandsAsWritten(stream, entries) ? null : new LedgerFinding(stream.Id.ToString(), entries.Count, LedgerFault.StandingDiffers);
    }

    private static bool StandsAsWritten(ConsentStream stream, List<LedgerEntry> entries)
    {
        var written = stream.SubjectId is { } subject ? ConsentStream.Replay(stream, subject, entries.Select(entry => entry.Decision).OfType<LedgerDecision>()) : [];
        return written.Count == stream.Consents.Count && written.All(consent => stream.For(consent.Purpose)?.StandsAs(consent) == true);
    }

    private sealed record SeenStream(int Entries, int Redacted, LedgerFinding? Finding);
}
