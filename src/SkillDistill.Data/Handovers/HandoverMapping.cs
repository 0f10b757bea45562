using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Handovers;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Data.Handovers;

internal sealed class HandoverMapping : IEntityTypeConfiguration<Handover>
{
    public void Configure(EntityTypeBuilder<Handover> builder)
    {
        builder.Ignore(handover => handover.State);

        // Who answers answers what they saw, and it goes over once.
        builder.Property(handover => handover.OfferedAt).IsConcurrencyToken();
        builder.Property(handover => handover.AcceptedAt).IsConcurrencyToken();
        builder.Property(handover => handover.DoneAt).IsConcurrencyToken();
        builder.HasOne<Person>().WithMany().HasForeignKey(handover => handover.OwnerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(handover => handover.SuccessorId).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(handover => handover.OwnerId).IsUnique();
        builder.OwnsMany(handover => handover.Cards, card =>
        {
            card.ToTable("handed_cards");
            card.Ignore(value => value.As);
            card.WithOwner().HasForeignKey(value => value.HandoverId);
            card.HasKey(value => new { value.HandoverId, value.CardId });
            card.HasOne<Card>().WithMany().HasForeignKey(value => value.CardId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
