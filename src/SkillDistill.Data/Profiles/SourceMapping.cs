using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Data.Profiles;

internal sealed class SourceMapping : IEntityTypeConfiguration<Source>
{
    public void Configure(EntityTypeBuilder<Source> builder)
    {
        builder.Property(source => source.Name).HasMaxLength(Source.NameLength);
        builder.HasMany(source => source.Documents).WithOne().HasForeignKey(document => document.SourceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(source => source.Statements).WithOne().HasForeignKey(statement => statement.SourceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(source => source.OwnerId).OnDelete(DeleteBehavior.Cascade);
    }
}
