using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Stores;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;

namespace SkillDistill.Data.Consent;

/// <summary>
/// Where the notice hangs that people read before they decide. Which one is the newest is looked up in every request, so that one published on
/// another node is shown at the next; its text never changes and is read once.
/// </summary>
public sealed class NoticeBoard(SkillDistillDb db, NoticeShelf shelf, AskAgain askAgain, TimeProvider clock)
{
    /// <exception cref="InvalidOperationException">The store was not prepared: no notice is published.</exception>
    public async Task<NoticeEdition> CurrentAsync(CancellationToken cancellationToken = default)
    {
        var newest = await db.Notices.MaxAsync(notice => (int?)notice.Number, cancellationToken) ?? throw new InvalidOperationException("No notice is published.");
        return (await shelf.TakeAsync(db, [newest], cancellationToken))[0];
    }

    /// <returns>Those of the versions named that were ever published, by version.</returns>
    public async Task<IReadOnlyDictionary<string, NoticeEdition>> FindAsync(IReadOnlyCollection<string> versions, CancellationToken cancellationToken)
    {
        var numbers = await db.Notices.Where(notice => versions.Contains(notice.Version)).Select(notice => notice.Number).Distinct().ToListAsync(cancellationToken);
        return (await shelf.TakeAsync(db, numbers, cancellationToken)).ToDictionary(edition => edition.Version);
    }

    /// <summary>Every version ever published, the newest first.</summary>
    public async Task<IReadOnlyList<NoticeEdition>> AllAsync(CancellationToken cancellationToken)
    {
        var numbers = await db.Notices.Select(notice => notice.Number).Distinct().OrderDescending().ToListAsync(cancellationToken);
        return await shelf.TakeAsync(db, numbers, cancellationToken);
    }

    /// <summary>
    /// A new store begins with the notice that the product comes with. Where an earlier release began, what this one says in other words becomes the next edition, as if an admin had
    /// published it. Of nodes that begin at once, one publishes.
    /// </summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (await db.Notices.AnyAsync(cancellationToken))
        {
            await TakeInAsync(cancellationToken);
            return;
        }

        try
        {
            db.Notices.AddRange(PublishedNotice.Of(NoticeEdition.Shipped(clock.GetUtcNow())));
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException taken) when (taken.IsCollision())
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>
    /// Publishes other words, and in the same transaction asks everybody again who had agreed to what they replace: until they answer, nothing rests on it.
    /// Decisions wait meanwhile, so that nobody agrees to the old words after the new ones hang.
    /// </summary>
    /// <param name="number">The edition that the words were written from, so that nobody's publication is overwritten unseen.</param>
    public async Task<Outcome<NoticeEdition>> PublishAsync(int number, Func<string, Purpose, NoticePart, string?> words, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockNoticesAsync(cancellationToken);
        var current = await CurrentAsync(cancellationToken);
        if (current.Number != number)
        {
            return new NoticePublishedMeanwhile(current.Version);
        }

        var revised = current.Revise(words, clock.GetUtcNow());
        if (revised.Refused(out var refusal))
        {
            return refusal;
        }

        await HangAsync(revised.Value, current, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return revised.Value;
    }

    private async Task TakeInAsync(CancellationToken cancellationToken)
    {
        // Looked at twice, so that a start that has nothing to publish holds nobody up who decides.
        if (await NextAsync(cancellationToken) is null)
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockNoticesAsync(cancellationToken);
        if (await NextAsync(cancellationToken) is { } next)
        {
            await HangAsync(next, await CurrentAsync(cancellationToken), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    private async Task<NoticeEdition?> NextAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var published = await AllAsync(cancellationToken);
        return published[0].TakeIn(NoticeEdition.Shipped(now), published, now);
    }

    private async Task HangAsync(NoticeEdition next, NoticeEdition current, CancellationToken cancellationToken)
    {
        db.Notices.AddRange(PublishedNotice.Of(next));
        await db.SaveChangesAsync(cancellationToken);
        await askAgain.AboutAsync(next, next.ChangedSince(current), cancellationToken);
    }
}

/// <summary>Somebody else published a version since the words were opened.</summary>
public sealed record NoticePublishedMeanwhile(string Version) : Refusal
{
    public override IReadOnlyList<object> Arguments => [Version];
}
