using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Conversations;

namespace SkillDistill.Data.Conversations;

internal sealed class TurnMapping : IEntityTypeConfiguration<Turn>
{
    public void Configure(EntityTypeBuilder<Turn> builder)
    {
        builder.Property(turn => turn.Question).HasMaxLength(Turn.QuestionLength);
        builder.Property(turn => turn.ReadAs).HasMaxLength(Turn.QuestionLength);
        builder.Property(turn => turn.Model).HasMaxLength(120);
        builder.Property(turn => turn.Currency).HasMaxLength(3);
        builder.Property(turn => turn.State).IsConcurrencyToken();
        builder.HasIndex(turn => new { turn.ConversationId, turn.Ordinal }).IsUnique();
        builder.HasIndex(turn => turn.State);
        builder.HasMany(turn => turn.Citations).WithOne().HasForeignKey(citation => citation.TurnId).OnDelete(DeleteBehavior.Cascade);
    }
}
