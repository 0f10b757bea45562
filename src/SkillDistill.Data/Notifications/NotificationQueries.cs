using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Consent;
using SkillDistill.Domain;
using SkillDistill.Domain.Notifications;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Notifications;

public static class NotificationQueries
{
    /// <summary>What somebody may be told now: nothing of a kind they switched off, of what an owner replied or settled only while that owner's agent may answer them, and of decisions about their own team and those above only.</summary>
    public static async Task<IQueryable<Notification>> NotificationsForAsync(this SkillDistillDb db, Asker asker, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var off = (await db.NotificationSettings.AsNoTracking().FirstOrDefaultAsync(settings => settings.PersonId == asker.PersonId, cancellationToken))?.Off ?? [];
        var permitted = db.PermittedAgents(asker, moment).Select(agent => agent.Id);
        var readable = db.Turns.Where(turn => db.Conversations.Any(conversation => conversation.Id == turn.ConversationId && conversation.AskerId == asker.PersonId && permitted.Contains(conversation.AgentId)));
        var turns = readable.Select(turn => (Id<Domain.Conversations.Turn>?)turn.Id);
        var lineage = asker.Lineage.ToList();
        return db.Notifications.Where(notification => notification.PersonId == asker.PersonId && !off.Contains(notification.Kind)
            && (notification.Kind != NotificationKind.QuestionReplied || db.Gaps.Any(gap => gap.Id == notification.GapId && gap.RepliedAt != null && turns.Contains(gap.TurnId)))
            && (notification.Kind != NotificationKind.QuestionHandedOn || db.Gaps.Any(gap => gap.Id == notification.GapId && turns.Contains(gap.TurnId)))
            && (notification.Kind != NotificationKind.Decided || db.Decisions.Any(decision => decision.Id == notification.DecisionId && lineage.Contains(decision.TeamId)))
            && ((notification.Kind != NotificationKind.Settled && notification.Kind != NotificationKind.TellHowItTurnedOut)
                || db.Disagreements.Any(disagreement => disagreement.Id == notification.DisagreementId && turns.Contains(disagreement.TurnId))));
    }
}
