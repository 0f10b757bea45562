using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Data.Profiles;

internal sealed class CardPassageMapping : IEntityTypeConfiguration<CardPassage>
{
    public void Configure(EntityTypeBuilder<CardPassage> builder)
    {
        builder.HasKey(passage => new { passage.CardId, passage.Ordinal });
        builder.OwnsOne(passage => passage.From, from => from.HasProvenance());
        builder.Navigation(passage => passage.From).IsRequired();
    }
}
