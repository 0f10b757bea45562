using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Coverage;

namespace SkillDistill.Data.Coverage.RollingUp;

/// <summary>It refers to nothing: who or what is gone by then has nothing to be counted.</summary>
internal sealed class CoverageDueMapping : IEntityTypeConfiguration<CoverageDue>
{
    public void Configure(EntityTypeBuilder<CoverageDue> builder)
    {
        builder.ToTable("coverage_due");
        // Every page asks whether anything is due, beside hundreds of thousands of ends that are yet to come.
        builder.HasIndex(due => due.Id).HasFilter("due_at IS NULL AND due_on IS NULL");
        builder.HasIndex(due => due.DueAt).HasFilter("due_at IS NOT NULL");
        builder.HasIndex(due => due.DueOn).HasFilter("due_on IS NOT NULL");
    }
}
