using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Pages.Consent;

/// <summary>
/// Nothing that a person writes or brings in is kept before they agree to it. A page that keeps something asks <see cref="IsAgreedAsync"/> and, where
/// the answer is no, shows the partial <c>_KeepProfile</c> (its model: the address to come back to) instead of its form.
/// </summary>
internal sealed class KeepProfile(SkillDistillDb db, ConsentLedger ledger, NoticeBoard notices, TimeProvider clock)
{
    public static int Months => Purpose.HoldProfile.UsualMonths();

    public Task<bool> IsAgreedAsync(Id<Person> person, CancellationToken cancellationToken) =>
        db.Consenting(Purpose.HoldProfile, clock.GetUtcNow()).AnyAsync(subject => subject == person, cancellationToken);

    /// <summary>The signed-in person agrees, for themselves and for twelve months, to the notice that was on their screen.</summary>
    /// <param name="digest">The digest of the notice that was shown, so that nobody agrees to words they have not seen.</param>
    public async Task<Outcome<ConsentStream>> AgreeAsync(Id<Person> person, string language, string digest, CancellationToken cancellationToken)
    {
        var notice = (await notices.CurrentAsync(cancellationToken)).In(language);
        if (notice.Digest != digest)
        {
            return new NoticeChangedMeanwhile();
        }

        var now = clock.GetUtcNow();
        var terms = new ConsentTerms(Audience.Private(), now.AddMonths(Months), notice.Version, notice.Digest, notice.Language);
        return await ledger.DecideAsync(
            person,
            stream => stream.For(Purpose.HoldProfile)?.IsInForce(now) == true ? null : stream.Give(person, Purpose.HoldProfile, terms, now).Refusal,
            cancellationToken);
    }
}

/// <summary>The owner has not agreed, or not any more, to anything being kept.</summary>
internal sealed record ProfileNotKept : Refusal;
