using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Data.Profiles.Indexing;

/// <summary>It refers to nothing: somebody who is gone by then has nothing to be entered, and what is still there of them is taken out.</summary>
internal sealed class IndexingDueMapping : IEntityTypeConfiguration<IndexingDue>
{
    public void Configure(EntityTypeBuilder<IndexingDue> builder) => builder.ToTable("indexing_due");
}
