using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Decisions;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Decisions;

internal sealed class QuarterSharesMapping : IEntityTypeConfiguration<QuarterShares>
{
    public void Configure(EntityTypeBuilder<QuarterShares> builder)
    {
        builder.ToTable("quarter_shares");
        builder.Ignore(shares => shares.Shares);
        builder.HasIndex(shares => new { shares.TeamId, shares.Quarter }).IsUnique();
        builder.HasIndex(shares => shares.Quarter);
        builder.HasOne<Team>().WithMany().HasForeignKey(shares => shares.TeamId).OnDelete(DeleteBehavior.Cascade);
    }
}
