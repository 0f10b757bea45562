using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Erasures;

namespace SkillDistill.Data.Erasures;

internal sealed class ErasureStepMapping : IEntityTypeConfiguration<ErasureStep>
{
    public void Configure(EntityTypeBuilder<ErasureStep> builder)
    {
        builder.ToTable("erasure_steps");
        builder.HasKey(step => new { step.ErasureId, step.Part });
        builder.HasIndex(step => step.DoneAt);
    }
}
