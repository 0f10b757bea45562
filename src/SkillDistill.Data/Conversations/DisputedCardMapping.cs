using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Data.Conversations;

internal sealed class DisputedCardMapping : IEntityTypeConfiguration<DisputedCard>
{
    public void Configure(EntityTypeBuilder<DisputedCard> builder)
    {
        builder.HasKey(card => new { card.DisagreementId, card.CardId });
        builder.HasIndex(card => card.CardId);
        builder.HasOne<Card>().WithMany().HasForeignKey(card => card.CardId).OnDelete(DeleteBehavior.Cascade);
    }
}
