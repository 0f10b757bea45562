using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Jobs;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Notifications;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Notifications;

/// <summary>Tells what only time brings: once, to say how a disagreement turned out; at most weekly, that cards are past their review date. Forgets what is old.</summary>
internal sealed class RemindByClock(SkillDistillDb db, TimeProvider clock) : IChore
{
    /// <summary>Between two reminders of cards, where the first was read.</summary>
    private static readonly TimeSpan AWeek = TimeSpan.FromDays(7);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await ForgetAsync(now, cancellationToken);
        await TurnedOutAsync(now, cancellationToken);
        await CardsAsync(now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private Task<int> ForgetAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        // That it was told has to be known for as long as the disagreement is there: it is told once.
        var before = now - Notification.KeptFor;
        return db.Notifications.Where(notification => notification.At < before && notification.Kind != NotificationKind.TellHowItTurnedOut).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task TurnedOutAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - Disagreement.TurnsOutAfter;
        var due = await db.Disagreements.AsNoTracking()
            .Where(disagreement => disagreement.SentAt <= since && disagreement.TurnedOutAt == null && disagreement.AskerId != null
                && !db.Notifications.Any(told => told.DisagreementId == disagreement.Id && told.Kind == NotificationKind.TellHowItTurnedOut))
            .ToListAsync(cancellationToken);
        db.Notifications.AddRange(due.Select(disagreement => Notification.TellHowItTurnedOut(disagreement, now)));
    }

    private async Task CardsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var week = now - AWeek;
        var owners = await db.Cards.Where(card => card.Status == CardStatus.Accepted && card.ReviewBy < now).Select(card => card.OwnerId).Distinct()
            .Where(owner => db.People.Any(person => person.Id == owner && person.DeactivatedAt == null)
                && !db.Notifications.Any(told => told.PersonId == owner && told.Kind == NotificationKind.CardsPastReview && (told.ReadAt == null || told.At > week)))
            .ToListAsync(cancellationToken);
        db.Notifications.AddRange(owners.Select(owner => Notification.CardsPastReview(owner, now)));
    }
}
