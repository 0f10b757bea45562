using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Conversations;

namespace SkillDistill.Data.Conversations;

internal sealed class CitationMapping : IEntityTypeConfiguration<Citation>
{
    public void Configure(EntityTypeBuilder<Citation> builder)
    {
        builder.HasKey(citation => new { citation.TurnId, citation.Number });
        builder.HasIndex(citation => citation.CardId);
        builder.HasOne<Domain.Profiles.CardRevision>().WithMany().HasForeignKey(citation => citation.RevisionId).OnDelete(DeleteBehavior.Cascade);
    }
}
