using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Data.Agents;

internal sealed class PinnedCardMapping : IEntityTypeConfiguration<PinnedCard>
{
    public void Configure(EntityTypeBuilder<PinnedCard> builder)
    {
        builder.HasKey(pinned => new { pinned.VersionId, pinned.CardId });
        builder.HasIndex(pinned => pinned.CardId);
        builder.HasOne<CardRevision>().WithMany().HasForeignKey(pinned => pinned.RevisionId).OnDelete(DeleteBehavior.Cascade);
    }
}
