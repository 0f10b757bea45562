using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Coverage.RollingUp;

internal sealed class CoverageTotalsMapping : IEntityTypeConfiguration<CoverageTotals>
{
    public void Configure(EntityTypeBuilder<CoverageTotals> builder)
    {
        builder.HasKey(total => total.TeamId);
        builder.HasOne<Team>().WithMany().HasForeignKey(total => total.TeamId).OnDelete(DeleteBehavior.Cascade);
    }
}
