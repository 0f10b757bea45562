using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Handovers;
using SkillDistill.Data.Stores;
using SkillDistill.Domain;
using SkillDistill.Domain.Handovers;
using SkillDistill.Web.Pages.Consent;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Handovers;

/// <summary>Notes that colleagues who leave would hand over to the signed-in person. Before they go over nothing of them is shown but how many there are.</summary>
internal sealed class TakeOver(SkillDistillDb db, TakingIn takingIn, CurrentPerson me, TimeProvider clock)
{
    public Task<List<OfferedHandover>> OffersAsync(CancellationToken cancellationToken) =>
        (from handover in db.Handovers.AsNoTracking()
         join owner in db.People on handover.OwnerId equals owner.Id
         where handover.SuccessorId == me.Id
         orderby handover.OfferedAt descending
         select new OfferedHandover(handover, owner.Name)).ToListAsync(cancellationToken);

    public Task<int> WaitingAsync(CancellationToken cancellationToken) =>
        db.Handovers.CountAsync(handover => handover.SuccessorId == me.Id && handover.AcceptedAt == null && handover.DeclinedAt == null && handover.DoneAt == null, cancellationToken);

    /// <returns>Null where there is no such offer to this person.</returns>
    public async Task<Outcome<Handover>?> AnswerAsync(Id<Handover> id, bool takes, CancellationToken cancellationToken)
    {
        if (await db.Handovers.FirstOrDefaultAsync(known => known.Id == id && known.SuccessorId == me.Id, cancellationToken) is not { } handover)
        {
            return null;
        }

        if (takes && await takingIn.WhyNotAsync(me.Id, cancellationToken) is { } closed)
        {
            return closed;
        }

        var now = clock.GetUtcNow();
        var answered = takes ? handover.Accept(now) : handover.Decline(now);
        if (answered.Refusal is not null)
        {
            return answered;
        }

        await db.TellAnswerAsync(handover, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return answered;
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || failure.IsCollision())
        {
            return new HandoverIsDone();
        }
    }
}

/// <param name="From">Who leaves the notes.</param>
internal sealed record OfferedHandover(Handover Handover, string From);
