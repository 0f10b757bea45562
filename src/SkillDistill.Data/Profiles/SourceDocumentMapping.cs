using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Data.Profiles;

internal sealed class SourceDocumentMapping : IEntityTypeConfiguration<SourceDocument>
{
    public void Configure(EntityTypeBuilder<SourceDocument> builder)
    {
        builder.Ignore(document => document.Credentials);
        builder.Property(document => document.Path).HasMaxLength(SourceDocument.PathLength);
        builder.Property(document => document.Sha256).HasMaxLength(64);
    }
}
