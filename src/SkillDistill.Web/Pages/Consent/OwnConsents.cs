using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Pages.Consent;

/// <summary>What one person has agreed to at one moment, for pages that tell them what follows from it. Not for serving others: that is the consenting query's.</summary>
internal sealed class OwnConsents(IReadOnlyDictionary<Purpose, Domain.Consent.Consent> decided, DateTimeOffset moment)
{
    public static async Task<OwnConsents> LoadAsync(SkillDistillDb db, Id<Person> subject, DateTimeOffset moment, CancellationToken cancellationToken) =>
        new(await db.Consents.AsNoTracking().Where(consent => consent.SubjectId == subject).ToDictionaryAsync(consent => consent.Purpose, cancellationToken), moment);

    public Domain.Consent.Consent? For(Purpose purpose) => decided.GetValueOrDefault(purpose);

    /// <summary>What would be good to look at.</summary>
    public ConsentsWaiting Waiting => ConsentsWaiting.Of([.. decided.Values], moment);

    public bool InForce(Purpose purpose) => For(purpose)?.IsInForce(moment) == true;

    public ConsentReminder ReminderOf(Purpose purpose) => For(purpose)?.ReminderAt(moment) ?? ConsentReminder.None;

    /// <summary>What the purpose lacks to have an effect: others it needs, and itself.</summary>
    public IReadOnlyList<Purpose> MissingFor(Purpose purpose) => [.. purpose.Needs().Append(purpose).Where(needed => !InForce(needed))];

    /// <summary>For whom the purpose is in force now.</summary>
    public Audience? AudienceOf(Purpose purpose) => InForce(purpose) ? For(purpose)!.Audience : null;
}
