using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Erasures;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Erasures;

internal sealed class ErasureMapping : IEntityTypeConfiguration<Erasure>
{
    public void Configure(EntityTypeBuilder<Erasure> builder)
    {
        builder.HasIndex(erasure => new { erasure.OwnerId, erasure.RequestedAt });
        builder.Ignore(erasure => erasure.IsDone);
        builder.HasMany(erasure => erasure.Steps).WithOne().HasForeignKey(step => step.ErasureId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(erasure => erasure.OwnerId).OnDelete(DeleteBehavior.Cascade);
    }
}
