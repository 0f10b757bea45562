using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Data.Jobs;
using SkillDistill.Domain.Consent;

namespace SkillDistill.Web.Pages.Consent;

/// <summary>
/// Writes into the ledger which consents have ended. Nothing waits for it: from the end on every query finds the consent not in force, whether this
/// has run or not.
/// </summary>
internal sealed class ExpireConsents(SkillDistillDb db, ConsentLedger ledger, TimeProvider clock) : IChore
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var subjects = await db.Consents
            .Where(consent => (consent.State == ConsentState.Given || consent.State == ConsentState.Renewed) && consent.EndsAt <= now)
            .Select(consent => consent.SubjectId).Distinct().ToListAsync(cancellationToken);
        foreach (var subject in subjects)
        {
            await ledger.DecideAsync(subject, stream => Expire(stream, now), cancellationToken);
        }
    }

    private static Domain.Refusal? Expire(ConsentStream stream, DateTimeOffset now)
    {
        var ended = stream.Consents.Where(consent => consent is { State: ConsentState.Given or ConsentState.Renewed } && consent.EndsAt <= now).Select(consent => consent.Purpose).ToList();
        return ended.Select(purpose => stream.Expire(purpose, now).Refusal).FirstOrDefault(refusal => refusal is not null);
    }
}
