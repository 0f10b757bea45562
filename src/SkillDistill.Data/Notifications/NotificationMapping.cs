using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Decisions;
using SkillDistill.Domain.Handovers;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.Notifications;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Data.Notifications;

internal sealed class NotificationMapping : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.HasOne<Person>().WithMany().HasForeignKey(notification => notification.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Gap>().WithMany().HasForeignKey(notification => notification.GapId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Disagreement>().WithMany().HasForeignKey(notification => notification.DisagreementId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Invitation>().WithMany().HasForeignKey(notification => notification.InvitationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Handover>().WithMany().HasForeignKey(notification => notification.HandoverId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Confirmation>().WithMany().HasForeignKey(notification => notification.ConfirmationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Decision>().WithMany().HasForeignKey(notification => notification.DecisionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<DecisionComment>().WithMany().HasForeignKey(notification => notification.CommentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(notification => new { notification.PersonId, notification.ReadAt, notification.At });

        // Each thing is told once.
        builder.HasIndex(notification => new { notification.GapId, notification.Kind }).IsUnique();
        builder.HasIndex(notification => new { notification.DisagreementId, notification.Kind }).IsUnique();
        builder.HasIndex(notification => notification.InvitationId).IsUnique();
        builder.HasIndex(notification => new { notification.HandoverId, notification.Kind }).IsUnique();
        builder.HasIndex(notification => new { notification.ConfirmationId, notification.Kind }).IsUnique();
        builder.HasIndex(notification => new { notification.DecisionId, notification.PersonId }).IsUnique();
        builder.HasIndex(notification => notification.CommentId).IsUnique();
    }
}
