using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Data.Profiles.Indexing;

internal sealed class IndexedTermMapping : IEntityTypeConfiguration<IndexedTerm>
{
    public void Configure(EntityTypeBuilder<IndexedTerm> builder)
    {
        // The key is all there is, in the order in which it is looked up: a search reads the key's own index and no row.
        builder.HasKey(term => new { term.Term, term.Reach, term.Weight, term.RevisionId });
        builder.HasOne<IndexedCard>().WithMany().HasForeignKey(term => term.RevisionId).OnDelete(DeleteBehavior.Cascade);
    }
}
