using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Data.Profiles;

internal sealed class CardMeaningMapping : IEntityTypeConfiguration<CardMeaning>
{
    public void Configure(EntityTypeBuilder<CardMeaning> builder)
    {
        builder.HasKey(meaning => new { meaning.RevisionId, meaning.Encoder });
        builder.Property(meaning => meaning.Encoder).HasMaxLength(CardMeaning.EncoderLength);
        builder.HasOne<CardRevision>().WithMany().HasForeignKey(meaning => meaning.RevisionId).OnDelete(DeleteBehavior.Cascade);
    }
}
