using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Data.People;

namespace SkillDistill.Data.Consent;

internal sealed class ConsentMapping : IEntityTypeConfiguration<Domain.Consent.Consent>
{
    public void Configure(EntityTypeBuilder<Domain.Consent.Consent> builder)
    {
        builder.HasIndex(consent => new { consent.SubjectId, consent.Purpose }).IsUnique();
        builder.ComplexProperty(consent => consent.Audience, audience => audience.HasAudience());
        builder.Property(consent => consent.NoticeVersion).HasMaxLength(20);
        builder.Property(consent => consent.NoticeDigest).HasMaxLength(64);
        builder.Property(consent => consent.Recipient).HasMaxLength(300);
        builder.Property(consent => consent.Language).HasMaxLength(10);
    }
}
