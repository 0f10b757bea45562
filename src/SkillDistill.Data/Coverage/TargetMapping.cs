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
        // Two indexes, since a store takes two days that are null for different ones.
        builder.HasIndex(target => new { target.TeamId, target.SkillId, target.DueOn }).IsUnique();
        builder.HasIndex(target => new { target.TeamId, target.SkillId }).IsUnique().HasFilter("due_on IS NULL");
        builder.Property(target => target.Reach).HasDefaultValue(TargetReach.Together).HasSentinel(TargetReach.Together);
        builder.HasOne<Team>().WithMany().HasForeignKey(target => target.TeamId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Skill>().WithMany().HasForeignKey(target => target.SkillId).OnDelete(DeleteBehavior.Cascade);
    }
}
