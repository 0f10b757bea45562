using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Models;

namespace SkillDistill.Data.Models;

internal sealed class ModelAllowanceMapping : IEntityTypeConfiguration<ModelAllowance>
{
    public void Configure(EntityTypeBuilder<ModelAllowance> builder) => builder.HasKey(allowance => new { allowance.Day, allowance.Subject });
}
