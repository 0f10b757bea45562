using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Notifications;
using SkillDistill.Domain;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Notifications;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Notifications;

/// <summary>What the signed-in person is told of.</summary>
internal sealed class ReadNotifications(SkillDistillDb db, CurrentPerson me, TimeProvider clock)
{
    public const int MostShown = 50;

    /// <summary>For the bell, on every page: mostly one short query.</summary>
    public async Task<int> UnreadAsync(CancellationToken cancellationToken) =>
        await db.Notifications.AnyAsync(notification => notification.PersonId == me.Id && notification.ReadAt == null, cancellationToken)
            ? await (await MineAsync(cancellationToken)).CountAsync(notification => notification.ReadAt == null, cancellationToken)
            : 0;

    /// <summary>The newest first.</summary>
    public async Task<List<NotificationRow>> NewestAsync(CancellationToken cancellationToken) =>
        await RowsAsync((await MineAsync(cancellationToken)).OrderByDescending(notification => notification.At).ThenBy(notification => notification.Id).Take(MostShown), cancellationToken);

    /// <summary>Marks it as read.</summary>
    /// <returns>Null where there is no such thing for this person to be told, or not any more.</returns>
    public async Task<NotificationRow?> OpenAsync(Id<Notification> id, CancellationToken cancellationToken)
    {
        if ((await RowsAsync((await MineAsync(cancellationToken)).Where(notification => notification.Id == id), cancellationToken)).FirstOrDefault() is not { } row)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        await db.Notifications.Where(notification => notification.Id == id && notification.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(notification => notification.ReadAt, now), cancellationToken);
        return row;
    }

    public Task ReadAllAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        return db.Notifications.Where(notification => notification.PersonId == me.Id && notification.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(notification => notification.ReadAt, now), cancellationToken);
    }

    private Task<IQueryable<Notification>> MineAsync(CancellationToken cancellationToken) => db.NotificationsForAsync(me.Asker, clock.GetUtcNow(), cancellationToken);

    private async Task<List<NotificationRow>> RowsAsync(IQueryable<Notification> notifications, CancellationToken cancellationToken)
    {
        var rows = await notifications.AsNoTracking().Select(notification => new
        {
            Notification = notification,
            Asked = db.Gaps.Where(gap => gap.Id == notification.GapId).Select(gap => (Id<Turn>?)gap.TurnId).FirstOrDefault(),
            Disputed = db.Disagreements.Where(disagreement => disagreement.Id == notification.DisagreementId).Select(disagreement => disagreement.TurnId).FirstOrDefault(),
        }).ToListAsync(cancellationToken);
        var ids = rows.Select(row => row.Asked ?? row.Disputed).OfType<Id<Turn>>().ToList();
        var turns = await db.Turns.AsNoTracking().Where(turn => ids.Contains(turn.Id)).ToDictionaryAsync(turn => turn.Id, cancellationToken);
        return rows.ConvertAll(row => new NotificationRow(row.Notification, (row.Asked ?? row.Disputed) is { } turn ? turns.GetValueOrDefault(turn) : null));
    }
}

/// <param name="Turn">The answer that it is about, or null.</param>
internal sealed record NotificationRow(Notification Notification, Turn? Turn)
{
    /// <summary>Where the person can do something about it.</summary>
    public string Address => Notification.Kind switch
    {
        NotificationKind.QuestionSent => "/interview/inbox",
        NotificationKind.Disagreed => $"/disagreements/{Notification.DisagreementId}",
        NotificationKind.QuestionReplied or NotificationKind.QuestionHandedOn when Turn is not null => $"/conversations/{Turn.ConversationId}#turn-{Turn.Ordinal}",
        NotificationKind.Settled or NotificationKind.TellHowItTurnedOut when Turn is not null => $"/conversations/{Turn.ConversationId}#disagree-{Turn.Id}",
        NotificationKind.HandoverOffered => "/handovers",
        NotificationKind.HandoverAnswered => "/leaving",
        NotificationKind.HandedOver => "/cards/review",
        NotificationKind.ConfirmationAsked or NotificationKind.Confirmed => "/me/skills",
        NotificationKind.CardsPastReview => "/cards/freshen",
        NotificationKind.Decided => $"/decisions#d-{Notification.DecisionId}",
        NotificationKind.Commented => $"/decisions#c-{Notification.CommentId}",
        _ => "/me",
    };
}
