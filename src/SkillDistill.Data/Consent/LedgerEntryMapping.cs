using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Consent.Ledger;

namespace SkillDistill.Data.Consent;

internal sealed class LedgerEntryMapping : IEntityTypeConfiguration<LedgerEntry>
{
    private const int DigestLength = 64;

    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.HasKey(entry => new { entry.StreamId, entry.Sequence });
        builder.Property(entry => entry.Sequence).ValueGeneratedNever();
        builder.Ignore(entry => entry.Decision);
        builder.Property(entry => entry.Type).HasMaxLength(40);
        builder.Property(entry => entry.Actor).HasMaxLength(40);
        builder.Property(entry => entry.Salt).HasMaxLength(32);
        builder.Property(entry => entry.PayloadDigest).HasMaxLength(DigestLength);
        builder.Property(entry => entry.PreviousHash).HasMaxLength(DigestLength);
        builder.Property(entry => entry.Hash).HasMaxLength(DigestLength);
    }
}
