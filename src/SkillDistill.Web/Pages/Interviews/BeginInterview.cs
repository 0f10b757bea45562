using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Stores;
using SkillDistill.Domain;
using SkillDistill.Domain.Interviews;
using SkillDistill.Web.Pages.Consent;
using SkillDistill.Web.Pages.Interviews.Protocols;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Interviews;

/// <summary>Begins the interview of the signed-in person, once: pressing twice is one wish.</summary>
internal sealed class BeginInterview(SkillDistillDb db, TakingIn takingIn, ProtocolShelf protocols, CurrentPerson me, TimeProvider clock)
{
    public async Task<Refusal?> NowAsync(CancellationToken cancellationToken)
    {
        if (await takingIn.WhyNotAsync(me.Id, cancellationToken) is { } closed)
        {
            return closed;
        }

        if (await db.Interviews.AnyAsync(interview => interview.OwnerId == me.Id, cancellationToken))
        {
            return null;
        }

        db.Interviews.Add(Interview.Begin(me.Id, (await protocols.NewestAsync(cancellationToken)).Version, clock.GetUtcNow()));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException failure) when (failure.IsCollision())
        {
            db.ChangeTracker.Clear();
        }

        return null;
    }
}
