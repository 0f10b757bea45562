using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Decisions;
using SkillDistill.Domain.Handovers;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Notifications;

/// <summary>
/// That something waits for somebody, or has come for them. It holds no word: what it is about is read when it is shown, so that nothing is told that was taken back or may not be read
/// any more. Not to be taken for a <see cref="Consent.Notice"/>, which is what people read before they consent.
/// </summary>
public sealed class Notification
{
    /// <summary>After this it is forgotten, read or not.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(180);

    private Notification()
    {
    }

    public Id<Notification> Id { get; private set; }

    public Id<Person> PersonId { get; private set; }

    public NotificationKind Kind { get; private set; }

    /// <summary>The question that it is about, or null.</summary>
    public Id<Gap>? GapId { get; private set; }

    /// <summary>The disagreement that it is about, or null.</summary>
    public Id<Disagreement>? DisagreementId { get; private set; }

    public Id<Invitation>? InvitationId { get; private set; }

    /// <summary>The handover that it is about, or null.</summary>
    public Id<Handover>? HandoverId { get; private set; }

    /// <summary>The confirmation that it is about, or null.</summary>
    public Id<Confirmation>? ConfirmationId { get; private set; }

    /// <summary>The decision about a team that it is about, or null.</summary>
    public Id<Decision>? DecisionId { get; private set; }

    /// <summary>The comment on a decision that it is about, or null.</summary>
    public Id<DecisionComment>? CommentId { get; private set; }

    public DateTimeOffset At { get; private set; }

    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>When it was counted in a digest by e-mail.</summary>
    public DateTimeOffset? MailedAt { get; private set; }

    public static Notification Sent(Gap gap) => Of(gap.OwnerId, NotificationKind.QuestionSent, gap.SentAt, notification => notification.GapId = gap.Id);

    /// <param name="gap">With a reply.</param>
    public static Notification Replied(Gap gap) => Of(gap.AskerId, NotificationKind.QuestionReplied, gap.RepliedAt!.Value, notification => notification.GapId = gap.Id);

    /// <param name="gap">Handed on: its asker is told.</param>
    public static Notification HandedOn(Gap gap) => Of(gap.AskerId, NotificationKind.QuestionHandedOn, gap.HandedOnAt!.Value, notification => notification.GapId = gap.Id);

    /// <param name="gap">Handed on: who is asked now is told.</param>
    public static Notification SentAgain(Gap gap) => Of(gap.OwnerId, NotificationKind.QuestionSent, gap.HandedOnAt!.Value, notification => notification.GapId = gap.Id);

    public static Notification Sent(Disagreement disagreement) => Of(disagreement.OwnerId, NotificationKind.Disagreed, disagreement.SentAt, notification => notification.DisagreementId = disagreement.Id);

    /// <param name="disagreement">Settled, and its colleague still here.</param>
    public static Notification Settled(Disagreement disagreement) => Of(disagreement.AskerId!.Value, NotificationKind.Settled, disagreement.SettledAt!.Value, notification => notification.DisagreementId = disagreement.Id);

    /// <param name="disagreement">Its colleague still here.</param>
    public static Notification TellHowItTurnedOut(Disagreement disagreement, DateTimeOffset now) => Of(disagreement.AskerId!.Value, NotificationKind.TellHowItTurnedOut, now, notification => notification.DisagreementId = disagreement.Id);

    public static Notification Sent(Invitation invitation) => Of(invitation.ToId, NotificationKind.Invited, invitation.SentAt, notification => notification.InvitationId = invitation.Id);

    /// <param name="handover">With a successor.</param>
    public static Notification Offered(Handover handover) => Of(handover.SuccessorId!.Value, NotificationKind.HandoverOffered, handover.OfferedAt!.Value, notification => notification.HandoverId = handover.Id);

    /// <param name="handover">Answered: who asked is told.</param>
    public static Notification Answered(Handover handover) =>
        Of(handover.OwnerId, NotificationKind.HandoverAnswered, (handover.AcceptedAt ?? handover.DeclinedAt)!.Value, notification => notification.HandoverId = handover.Id);

    /// <param name="handover">Done: its successor is told.</param>
    public static Notification HandedOver(Handover handover) => Of(handover.SuccessorId!.Value, NotificationKind.HandedOver, handover.DoneAt!.Value, notification => notification.HandoverId = handover.Id);

    public static Notification Asked(Confirmation confirmation) => Of(confirmation.PeerId, NotificationKind.ConfirmationAsked, confirmation.AskedAt, notification => notification.ConfirmationId = confirmation.Id);

    /// <param name="confirmation">Confirmed.</param>
    /// <param name="person">Who asked.</param>
    public static Notification Confirmed(Confirmation confirmation, Id<Person> person) =>
        Of(person, NotificationKind.Confirmed, confirmation.ConfirmedAt!.Value, notification => notification.ConfirmationId = confirmation.Id);

    /// <param name="decision">Recorded.</param>
    /// <param name="person">Of the team or one below.</param>
    public static Notification Decided(Decision decision, Id<Person> person) => Of(person, NotificationKind.Decided, decision.DecidedAt, notification => notification.DecisionId = decision.Id);

    /// <param name="comment">By somebody else.</param>
    /// <param name="person">Who recorded the decision.</param>
    public static Notification Commented(DecisionComment comment, Id<Person> person) => Of(person, NotificationKind.Commented, comment.At, notification => notification.CommentId = comment.Id);

    public static Notification CardsPastReview(Id<Person> owner, DateTimeOffset now) => Of(owner, NotificationKind.CardsPastReview, now, _ => { });

    public void Read(DateTimeOffset now) => ReadAt ??= now;

    private static Notification Of(Id<Person> person, NotificationKind kind, DateTimeOffset now, Action<Notification> about)
    {
        var notification = new Notification { Id = Id<Notification>.New(), PersonId = person, Kind = kind, At = now };
        about(notification);
        return notification;
    }
}
