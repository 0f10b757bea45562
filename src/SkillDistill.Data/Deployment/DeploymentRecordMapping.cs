using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Deployment;

namespace SkillDistill.Data.Deployment;

/// <summary>No key to the admin's row: the record outlives the account of whoever made it.</summary>
internal sealed class DeploymentRecordMapping : IEntityTypeConfiguration<DeploymentRecord>
{
    public void Configure(EntityTypeBuilder<DeploymentRecord> builder)
    {
        builder.HasIndex(record => record.Number).IsUnique();
        builder.Property(record => record.How).HasMaxLength(DeploymentRecord.HowLength);
        builder.Property(record => record.Document).HasMaxLength(DeploymentRecord.DocumentLength);
    }
}
