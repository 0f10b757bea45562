using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Consent.Ledger;

namespace SkillDistill.Data.Consent;

internal sealed class LedgerCheckMapping : IEntityTypeConfiguration<LedgerCheck>
{
    public void Configure(EntityTypeBuilder<LedgerCheck> builder)
    {
        builder.HasIndex(check => check.At);
        builder.Property(check => check.FirstFinding).HasMaxLength(120);
    }
}
