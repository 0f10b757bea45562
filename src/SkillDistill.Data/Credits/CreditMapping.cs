using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Credits;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Credits;

internal sealed class CreditMapping : IEntityTypeConfiguration<Credit>
{
    public void Configure(EntityTypeBuilder<Credit> builder)
    {
        builder.HasOne<Person>().WithMany().HasForeignKey(credit => credit.AuthorId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(credit => credit.AskerId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Turn>().WithMany().HasForeignKey(credit => credit.TurnId).OnDelete(DeleteBehavior.SetNull);
        builder.HasMany(credit => credit.Cards).WithOne().HasForeignKey(card => card.CreditId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(credit => new { credit.AuthorId, credit.GivenAt });
        builder.HasIndex(credit => new { credit.AskerId, credit.GivenAt });

        // Once for a turn and an author, whatever happens.
        builder.HasIndex(credit => new { credit.TurnId, credit.AuthorId }).IsUnique();
    }
}
