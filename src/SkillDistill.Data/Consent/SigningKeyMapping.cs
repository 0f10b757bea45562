using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Consent.Ledger;

namespace SkillDistill.Data.Consent;

internal sealed class SigningKeyMapping : IEntityTypeConfiguration<SigningKey>
{
    public void Configure(EntityTypeBuilder<SigningKey> builder)
    {
        builder.HasKey(key => key.Id);
        builder.Property(key => key.Id).HasMaxLength(43).ValueGeneratedNever();
        builder.Property(key => key.PublicKey).HasMaxLength(200);
    }
}
