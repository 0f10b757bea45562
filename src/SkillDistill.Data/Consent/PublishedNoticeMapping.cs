using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Consent;

namespace SkillDistill.Data.Consent;

internal sealed class PublishedNoticeMapping : IEntityTypeConfiguration<PublishedNotice>
{
    public void Configure(EntityTypeBuilder<PublishedNotice> builder)
    {
        builder.ToTable("notices");
        builder.HasKey(notice => new { notice.Number, notice.Language });
        builder.HasIndex(notice => new { notice.Version, notice.Language }).IsUnique();
        builder.Property(notice => notice.Number).ValueGeneratedNever();
        builder.Property(notice => notice.Language).HasMaxLength(10);
        builder.Property(notice => notice.Version).HasMaxLength(PublishedNotice.VersionLength);
        builder.Property(notice => notice.Digest).HasMaxLength(64);
    }
}
