using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Consent;

internal sealed class ConsentStreamMapping : IEntityTypeConfiguration<ConsentStream>
{
    public void Configure(EntityTypeBuilder<ConsentStream> builder)
    {
        builder.HasKey(stream => stream.Id);
        builder.HasIndex(stream => stream.SubjectId).IsUnique();
        builder.Property(stream => stream.LastSequence).IsConcurrencyToken();
        builder.Property(stream => stream.LastHash).HasMaxLength(64);
        builder.Property(stream => stream.SealKeyId).HasMaxLength(43);
        builder.Property(stream => stream.Seal).HasMaxLength(86);
        builder.HasMany(stream => stream.Consents).WithOne().HasForeignKey(consent => consent.StreamId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(stream => stream.Entries).WithOne().HasForeignKey(entry => entry.StreamId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithOne().HasForeignKey<ConsentStream>(stream => stream.SubjectId).OnDelete(DeleteBehavior.Restrict);
    }
}
