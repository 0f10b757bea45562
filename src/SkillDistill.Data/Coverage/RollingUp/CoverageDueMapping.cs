using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Coverage;

namespace SkillDistill.Data.Coverage.RollingUp;

/// <summary>It refers to nothing: who or what is gone by then has nothing to be counted.</summary>
internal sealed class CoverageDueMapping : IEntityTypeConfiguration<CoverageDue>
{
    public void Configure(EntityTypeBuilder<CoverageDue> builder) => builder.ToTable("coverage_due");
}
