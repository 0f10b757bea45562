using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Conversations;

internal sealed class GapMapping : IEntityTypeConfiguration<Gap>
{
    public void Configure(EntityTypeBuilder<Gap> builder)
    {
        builder.Property(gap => gap.Question).HasMaxLength(Turn.QuestionLength);
        builder.Property(gap => gap.Reply).HasMaxLength(Gap.ReplyLength);
        builder.Property(gap => gap.RepliedAt).IsConcurrencyToken();
        builder.Property(gap => gap.HandedOnAt).IsConcurrencyToken();
        builder.Ignore(gap => gap.Key);
        builder.HasIndex(gap => gap.OwnerId);
        builder.HasOne<Person>().WithMany().HasForeignKey(gap => gap.AskerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(gap => gap.OwnerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(gap => gap.HandedOnById).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Turn>().WithMany().HasForeignKey(gap => gap.TurnId).OnDelete(DeleteBehavior.Cascade);

        // Two presses send one question.
        builder.HasIndex(gap => gap.TurnId).IsUnique();
    }
}
