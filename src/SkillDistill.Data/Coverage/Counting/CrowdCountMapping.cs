using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Coverage.Counting;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Data.Coverage.Counting;

internal sealed class CrowdCountMapping : IEntityTypeConfiguration<CrowdCount>
{
    public void Configure(EntityTypeBuilder<CrowdCount> builder)
    {
        builder.HasKey(count => new { count.TeamId, count.SkillId });
        builder.HasIndex(count => count.SkillId);
        builder.ComplexProperty(count => count.Holders);
        builder.ComplexProperty(count => count.Fresh);
        builder.ComplexProperty(count => count.Process);
        builder.ComplexProperty(count => count.Judgement);
        builder.HasOne<Crowd>().WithMany().HasForeignKey(count => count.TeamId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Skill>().WithMany().HasForeignKey(count => count.SkillId).OnDelete(DeleteBehavior.Cascade);
    }
}
