using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Data.Coverage;

internal sealed class CoverageMonthMapping : IEntityTypeConfiguration<CoverageMonth>
{
    public void Configure(EntityTypeBuilder<CoverageMonth> builder)
    {
        builder.HasKey(month => new { month.TeamId, month.SkillId, month.Month });
        builder.HasIndex(month => month.Month);
        builder.HasOne<Team>().WithMany().HasForeignKey(month => month.TeamId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Skill>().WithMany().HasForeignKey(month => month.SkillId).OnDelete(DeleteBehavior.Cascade);
    }
}
