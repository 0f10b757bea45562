using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Data.Skills;

internal sealed class SkillChangeMapping : IEntityTypeConfiguration<SkillChange>
{
    public void Configure(EntityTypeBuilder<SkillChange> builder)
    {
        builder.Property(change => change.Said).HasMaxLength(SkillChange.SaidLength);
        builder.HasOne<Skill>().WithMany().HasForeignKey(change => change.SkillId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Skill>().WithMany().HasForeignKey(change => change.OtherId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Person>().WithMany().HasForeignKey(change => change.ById).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(change => new { change.SkillId, change.At });
    }
}
