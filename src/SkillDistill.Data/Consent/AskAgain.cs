using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Consent;

/// <summary>
/// Ends what people agreed to where it does not say any more what would happen, and asks them again. How many they are is not told to anybody:
/// who agreed to what is nobody's business but theirs.
/// </summary>
public sealed class AskAgain(SkillDistillDb db, ConsentLedger ledger, NoticeShelf shelf, TimeProvider clock)
{
    /// <summary>The words for these purposes are others now.</summary>
    internal async Task AboutAsync(NoticeEdition edition, IReadOnlyList<Purpose> purposes, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var subjects = await InForce(now).Where(consent => purposes.Contains(consent.Purpose)).Select(consent => consent.SubjectId).Distinct().Order().ToListAsync(cancellationToken);
        foreach (var subject in subjects)
        {
            await AskAsync(subject, edition, consent => purposes.Contains(consent.Purpose), null, now, cancellationToken);
        }
    }

    /// <summary>Cards would go to somebody else than whom people agreed to. Each of them is asked again by themselves.</summary>
    /// <param name="recipient">Who would receive cards now.</param>
    public async Task AboutRecipientAsync(string recipient, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var subjects = await InForce(now).Where(consent => consent.Purpose == Purpose.UseExternalModel && (consent.Recipient == null || consent.Recipient != recipient))
            .Select(consent => consent.SubjectId).ToListAsync(cancellationToken);
        if (subjects.Count == 0)
        {
            return;
        }

        var newest = await db.Notices.MaxAsync(notice => notice.Number, cancellationToken);
        var edition = (await shelf.TakeAsync(db, [newest], cancellationToken))[0];
        foreach (var subject in subjects)
        {
            await AskAsync(subject, edition, consent => consent.Purpose == Purpose.UseExternalModel && consent.Recipient != recipient, recipient, now, cancellationToken);
        }
    }

    private async Task AskAsync(
        Id<Person> subject, NoticeEdition edition, Predicate<Domain.Consent.Consent> concerns, string? recipient, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var asked = await ledger.DecideAsync(
            subject,
            stream => stream.Consents.Where(consent => concerns(consent) && consent.IsInForce(now)).ToList()
                .Select(consent => stream.AskAgain(consent.Purpose, edition.In(consent.Language), recipient, now).Refusal)
                .FirstOrDefault(refusal => refusal is not null),
            cancellationToken);
        if (asked.Refused(out var refusal))
        {
            throw new InvalidOperationException($"A consent in force could not be asked for again: {refusal}.");
        }
    }

    private IQueryable<Domain.Consent.Consent> InForce(DateTimeOffset moment) =>
        db.Consents.AsNoTracking().Where(consent => (consent.State == ConsentState.Given || consent.State == ConsentState.Renewed) && consent.EndsAt > moment);
}
