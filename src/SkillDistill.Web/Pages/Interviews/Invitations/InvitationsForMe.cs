using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Interviews;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Interviews.Invitations;

/// <summary>Who would be glad if the signed-in person were interviewed. It goes when they have begun, or put it away; nobody is told of either.</summary>
internal sealed class InvitationsForMe(SkillDistillDb db, CurrentPerson me, TimeProvider clock)
{
    public async Task<IReadOnlyList<InvitationForMe>> OpenAsync(CancellationToken cancellationToken) => await db.Interviews.AnyAsync(interview => interview.OwnerId == me.Id, cancellationToken) ? [] : await (
        from invitation in db.Invitations.AsNoTracking()
        join sender in db.People on invitation.FromId equals sender.Id
        where invitation.ToId == me.Id && invitation.PutAwayAt == null && sender.DeactivatedAt == null
        orderby invitation.SentAt descending, invitation.Id
        select new InvitationForMe(invitation.Id, sender.Name, invitation.Note, invitation.SentAt)).Take(5).ToListAsync(cancellationToken);

    /// <returns>Whether there is such an invitation for them.</returns>
    public async Task<bool> PutAwayAsync(Id<Invitation> id, CancellationToken cancellationToken)
    {
        if (await db.Invitations.FirstOrDefaultAsync(invitation => invitation.Id == id && invitation.ToId == me.Id, cancellationToken) is not { } invitation)
        {
            return false;
        }

        invitation.PutAway(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}

internal sealed record InvitationForMe(Id<Invitation> Id, string From, string Note, DateTimeOffset SentAt);
