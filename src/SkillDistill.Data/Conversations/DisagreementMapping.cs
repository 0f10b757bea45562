using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Data.Conversations;

internal sealed class DisagreementMapping : IEntityTypeConfiguration<Disagreement>
{
    public void Configure(EntityTypeBuilder<Disagreement> builder)
    {
        builder.Property(disagreement => disagreement.Question).HasMaxLength(Disagreement.WordsLength);
        builder.Property(disagreement => disagreement.WouldDo).HasMaxLength(Disagreement.WordsLength);
        builder.Property(disagreement => disagreement.Why).HasMaxLength(Disagreement.WordsLength);
        builder.Property(disagreement => disagreement.TurnedOut).HasMaxLength(Disagreement.WordsLength);
        builder.Property(disagreement => disagreement.Reply).HasMaxLength(Disagreement.WordsLength);
        builder.Property(disagreement => disagreement.SettledAt).IsConcurrencyToken();
        builder.Ignore(disagreement => disagreement.IsOpen);
        builder.HasIndex(disagreement => new { disagreement.OwnerId, disagreement.SettledAt });
        builder.HasIndex(disagreement => disagreement.AskerId);
        builder.HasOne<Person>().WithMany().HasForeignKey(disagreement => disagreement.AskerId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Person>().WithMany().HasForeignKey(disagreement => disagreement.OwnerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Turn>().WithMany().HasForeignKey(disagreement => disagreement.TurnId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Card>().WithMany().HasForeignKey(disagreement => disagreement.SettledCardId).OnDelete(DeleteBehavior.SetNull);
        builder.HasMany(disagreement => disagreement.Cards).WithOne().HasForeignKey(card => card.DisagreementId).OnDelete(DeleteBehavior.Cascade);

        // Two presses send one.
        builder.HasIndex(disagreement => disagreement.TurnId).IsUnique();
    }
}
