using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Data.Coverage;

internal sealed class TargetMapping : IEntityTypeConfiguration<Target>
{
    public void Configure(EntityTypeBuilder<Target> builder)
    {
        builder.HasIndex(target => new { target.TeamId, target.SkillId }).IsUnique();
        builder.HasOne<Team>().WithMany().HasForeignKey(target => target.TeamId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Skill>().WithMany().HasForeignKey(target => target.SkillId).OnDelete(DeleteBehavior.Cascade);
    }
}
