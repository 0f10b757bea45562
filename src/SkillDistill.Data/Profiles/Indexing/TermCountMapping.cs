using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Data.Profiles.Indexing;

internal sealed class TermCountMapping : IEntityTypeConfiguration<TermCount>
{
    public void Configure(EntityTypeBuilder<TermCount> builder)
    {
        builder.HasKey(count => count.Term);
        builder.Property(count => count.Term).ValueGeneratedNever();
    }
}
