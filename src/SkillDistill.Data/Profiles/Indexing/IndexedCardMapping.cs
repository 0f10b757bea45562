using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Data.Profiles.Indexing;

internal sealed class IndexedCardMapping : IEntityTypeConfiguration<IndexedCard>
{
    public void Configure(EntityTypeBuilder<IndexedCard> builder)
    {
        builder.HasKey(card => card.RevisionId);
        builder.HasIndex(card => card.OwnerId);
        builder.HasOne<CardRevision>().WithMany().HasForeignKey(card => card.RevisionId).OnDelete(DeleteBehavior.Cascade);
    }
}
