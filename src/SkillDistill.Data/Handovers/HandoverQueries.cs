using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Consent;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Handovers;
using SkillDistill.Domain.Notifications;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Data.Handovers;

public static class HandoverQueries
{
    /// <summary>Accepted, and its last day over.</summary>
    public static IQueryable<Handover> DueHandovers(this SkillDistillDb db, DateTimeOffset now)
    {
        DateOnly? today = DateOnly.FromDateTime(now.UtcDateTime);
        return db.Handovers.Where(handover => handover.AcceptedAt != null && handover.DoneAt == null && handover.LastDay < today);
    }

    /// <summary>What these leave at this moment, whatever last day they said; nothing where the successor did not say yes.</summary>
    public static IQueryable<Handover> HandoversOf(this SkillDistillDb db, IReadOnlyCollection<Id<Person>> leavers) => db.Handovers.Where(handover => leavers.Contains(handover.OwnerId) && handover.AcceptedAt != null && handover.DoneAt == null);

    /// <summary>Whoever was to take notes over and leaves does not: whose notes they were is told, and may ask somebody else. Saved by the caller.</summary>
    public static async Task StepBackAsync(this SkillDistillDb db, IReadOnlyCollection<Id<Person>> successors, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var handover in await db.Handovers.Where(handover => handover.SuccessorId != null && successors.Contains(handover.SuccessorId.Value) && handover.DoneAt == null && handover.DeclinedAt == null).ToListAsync(cancellationToken))
        {
            handover.Decline(now);
            await db.TellAnswerAsync(handover, cancellationToken);
        }
    }

    /// <summary>Tells whoever asked what the successor said last. Saved by the caller.</summary>
    public static async Task TellAnswerAsync(this SkillDistillDb db, Handover handover, CancellationToken cancellationToken)
    {
        db.Notifications.RemoveRange(await db.Notifications.Where(told => told.HandoverId == handover.Id && told.Kind == NotificationKind.HandoverAnswered).ToListAsync(cancellationToken));
        db.Notifications.Add(Notification.Answered(handover));
    }

    /// <summary>
    /// Makes drafts of the successor's of those cards that stay and are accepted still. Only while both keep a profile: whoever took that back leaves nothing, and whoever has none is left nothing.
    /// Saved by the caller.
    /// </summary>
    public static async Task HandOverAsync(this SkillDistillDb db, IQueryable<Handover> handovers, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var keeping = db.Consenting(Purpose.HoldProfile, now);
        // In two steps: what asks the consent room is not tracked.
        var agreed = await handovers.Where(handover => keeping.Contains(handover.OwnerId)
            && db.People.Any(person => person.Id == handover.SuccessorId && person.DeactivatedAt == null && keeping.Contains(person.Id))).Select(handover => handover.Id).ToListAsync(cancellationToken);
        var due = await db.Handovers.Where(handover => agreed.Contains(handover.Id)).ToListAsync(cancellationToken);
        foreach (var handover in due)
        {
            var ids = handover.Cards.Select(card => card.CardId).ToList();
            var cards = await (from card in db.Cards
                               join revision in db.CardRevisions on card.CurrentRevisionId equals revision.Id
                               where ids.Contains(card.Id) && card.OwnerId == handover.OwnerId && card.Status == CardStatus.Accepted
                               orderby card.CreatedAt, card.Id
                               select new { Card = card, revision.Text }).ToListAsync(cancellationToken);
            foreach (var row in cards)
            {
                var keepsName = handover.Cards.Single(card => card.CardId == row.Card.Id).KeepsName;
                if (row.Card.HandDown(handover.SuccessorId!.Value, row.Text, keepsName, now) is { Refusal: null } drafted)
                {
                    db.Cards.Add(drafted.Value);
                }
            }

            handover.Finish(now);
            db.Notifications.Add(Notification.HandedOver(handover));
        }
    }
}
