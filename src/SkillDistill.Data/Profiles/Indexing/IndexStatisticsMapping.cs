using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Data.Profiles.Indexing;

internal sealed class IndexStatisticsMapping : IEntityTypeConfiguration<IndexStatistics>
{
    public void Configure(EntityTypeBuilder<IndexStatistics> builder)
    {
        builder.ToTable("index_statistics");
        builder.Property(statistics => statistics.Id).ValueGeneratedNever();
        builder.PrimitiveCollection(statistics => statistics.Lengths);
    }
}
