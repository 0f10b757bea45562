using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Credits;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Data.Credits;

internal sealed class CreditedCardMapping : IEntityTypeConfiguration<CreditedCard>
{
    public void Configure(EntityTypeBuilder<CreditedCard> builder)
    {
        builder.HasKey(credited => new { credited.CreditId, credited.CardId });
        builder.HasOne<Card>().WithMany().HasForeignKey(credited => credited.CardId).OnDelete(DeleteBehavior.Cascade);
    }
}
