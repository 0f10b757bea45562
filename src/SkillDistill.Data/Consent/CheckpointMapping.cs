using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Consent.Ledger;

namespace SkillDistill.Data.Consent;

internal sealed class CheckpointMapping : IEntityTypeConfiguration<Checkpoint>
{
    public void Configure(EntityTypeBuilder<Checkpoint> builder)
    {
        builder.ToTable("ledger_checkpoints");
        builder.HasKey(checkpoint => checkpoint.Number);
        builder.Property(checkpoint => checkpoint.Number).ValueGeneratedNever();
        builder.Property(checkpoint => checkpoint.PreviousHash).HasMaxLength(64);
        builder.Property(checkpoint => checkpoint.Hash).HasMaxLength(64);
        builder.Property(checkpoint => checkpoint.KeyId).HasMaxLength(43);
        builder.Property(checkpoint => checkpoint.Signature).HasMaxLength(86);
    }
}
