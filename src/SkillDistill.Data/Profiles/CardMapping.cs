using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Data.People;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Data.Profiles;

internal sealed class CardMapping : IEntityTypeConfiguration<Card>
{
    public void Configure(EntityTypeBuilder<Card> builder)
    {
        builder.ComplexProperty(card => card.Audience, audience => audience.HasAudience());
        builder.Property(card => card.RevisionNumber).IsConcurrencyToken();
        builder.Property(card => card.HoldsUntil).HasMaxLength(UntilCondition.Length);

        // An owner's word on a card is about what they saw: what comes about at that moment is not written over.
        builder.Property(card => card.CameAboutAt).IsConcurrencyToken();
        builder.HasOne<ExpectedEvent>().WithMany().HasForeignKey(card => card.EventId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Person>().WithMany().HasForeignKey(card => card.FirstAuthorId).OnDelete(DeleteBehavior.SetNull);
        builder.HasMany(card => card.Passages).WithOne().HasForeignKey(passage => passage.CardId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(card => card.Revisions).WithOne().HasForeignKey(revision => revision.CardId).OnDelete(DeleteBehavior.Cascade);
        builder.OwnsMany(card => card.Skills, tag =>
        {
            tag.ToTable("card_skills");
            tag.WithOwner().HasForeignKey(value => value.CardId);
            tag.HasKey(value => new { value.CardId, value.SkillId });
            tag.HasOne<Skill>().WithMany().HasForeignKey(value => value.SkillId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.HasOne<Person>().WithMany().HasForeignKey(card => card.OwnerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(card => new { card.OwnerId, card.Status });
    }
}
