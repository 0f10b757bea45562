using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Distillation.Reading.Messages;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Consent;

namespace SkillDistill.Web.Pages.Sources.Messages;

/// <summary>
/// Reads a mailbox of any size that the browser sends part by part. Each part is one transaction: it is kept with how far the reading is, or it was not read. Sent twice, it is read once.
/// </summary>
internal sealed class ReadInParts(SkillDistillDb db, TakingIn takingIn, TimeProvider clock)
{
    /// <summary>Begins, or goes on with the same file.</summary>
    public async Task<Outcome<MailboxReading>> BeginAsync(Id<Person> owner, string fileName, long size, string? me, CancellationToken cancellationToken)
    {
        var names = MessageDocuments.Names(me);
        if (await takingIn.WhyNotAsync(owner, cancellationToken) is { } closed)
        {
            return closed;
        }

        if (names.Count == 0 || size <= 0)
        {
            return names.Count == 0 ? new WhoYouAreMissing() : new NoMessagesInFile(fileName);
        }

        if (await OpenAsync(owner, cancellationToken) is { } open)
        {
            return open.FileName == fileName && open.Size == size ? open : new AnotherMailboxOpen(open.FileName);
        }

        var source = Source.Import(owner, SourceKind.Messages, fileName, clock.GetUtcNow());
        var reading = MailboxReading.Begin(source, fileName, size, string.Join(", ", names), clock.GetUtcNow());
        db.Sources.Add(source);
        db.MailboxReadings.Add(reading);
        await db.SaveChangesAsync(cancellationToken);
        return reading;
    }

    public Task<MailboxReading?> OpenAsync(Id<Person> owner, CancellationToken cancellationToken) => db.MailboxReadings.FirstOrDefaultAsync(reading => reading.OwnerId == owner, cancellationToken);

    /// <param name="at">Where in the file these bytes stand. Where the reading is elsewhere, nothing is read and the answer says where it is.</param>
    /// <returns>Null where there is no such reading, as after it was given up.</returns>
    public async Task<Outcome<PartRead>?> PartAsync(Id<Person> owner, Id<MailboxReading> id, long at, ArraySegment<byte> bytes, CancellationToken cancellationToken)
    {
        if (await takingIn.WhyNotAsync(owner, cancellationToken) is { } closed)
        {
            return closed;
        }

        if (await db.MailboxReadings.FirstOrDefaultAsync(reading => reading.Id == id && reading.OwnerId == owner, cancellationToken) is not { } reading)
        {
            return null;
        }

        if (reading.At != at)
        {
            return PartRead.Of(reading);
        }

        if (at == 0 && !ReadMailbox.Begins(bytes))
        {
            await GiveUpAsync(owner, cancellationToken);
            return new NoMessagesInFile(reading.FileName);
        }

        var part = ReadMailbox.Part(bytes, at + bytes.Count >= reading.Size, MessageDocuments.Names(reading.Me));
        try
        {
            return await KeepAsync(reading, part, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another window of theirs was first with this part; what it kept is what there is.
            db.ChangeTracker.Clear();
            var now = await OpenAsync(owner, cancellationToken);
            return now is null ? null : (Outcome<PartRead>)PartRead.Of(now);
        }
    }

    /// <summary>The reading ends here, and all that it kept goes.</summary>
    public Task GiveUpAsync(Id<Person> owner, CancellationToken cancellationToken) =>
        db.Sources.Where(source => db.MailboxReadings.Any(reading => reading.SourceId == source.Id && reading.OwnerId == owner)).ExecuteDeleteAsync(cancellationToken);

    private async Task<Outcome<PartRead>> KeepAsync(MailboxReading reading, MailboxPart part, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var source = await db.Sources.FirstAsync(source => source.Id == reading.SourceId, cancellationToken);
        var documents = await db.NewOnesAsync(source, reading.Kept, OwnMessages.Telling(part.Own), cancellationToken);
        db.SourceDocuments.AddRange(documents);
        reading.Take(part.Taken, part.Seen, part.Own.Count, documents.Count, part.Unread);
        if (reading.IsDone)
        {
            db.MailboxReadings.Remove(reading);
        }

        await db.SaveChangesAsync(cancellationToken);
        if (reading is { IsDone: true, Kept: 0 })
        {
            await db.Sources.Where(known => known.Id == source.Id).ExecuteDeleteAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return reading switch
        {
            { IsDone: true, Own: 0 } => new NoMailOfYours(reading.Me, reading.Seen),
            { IsDone: true, Kept: 0 } => new OnlyShortMessages(reading.Own),
            _ => PartRead.Of(reading) with { Others = part.Others },
        };
    }
}

/// <summary>How far it is.</summary>
/// <param name="Others">Who else wrote in the part just read. Told once and kept nowhere.</param>
internal sealed record PartRead(Id<Source> Source, long At, long Size, int Seen, int Own, int Kept, int Unread, IReadOnlyDictionary<string, int> Others)
{
    public bool IsDone => At >= Size;

    public static PartRead Of(MailboxReading reading) => new(reading.SourceId, reading.At, reading.Size, reading.Seen, reading.Own, reading.Kept, reading.Unread, new Dictionary<string, int>());
}

/// <summary>One mailbox is read after the other: another is not finished.</summary>
internal sealed record AnotherMailboxOpen(string File) : Refusal
{
    public override string? Field => "Chosen";

    public override IReadOnlyList<object> Arguments => [File];
}
