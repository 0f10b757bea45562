using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Data.Skills;

internal sealed class ConfirmationMapping : IEntityTypeConfiguration<Confirmation>
{
    public void Configure(EntityTypeBuilder<Confirmation> builder)
    {
        // Whoever takes their level back takes the question along.
        builder.HasOne<Proficiency>().WithMany().HasForeignKey(confirmation => confirmation.ProficiencyId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(confirmation => confirmation.PeerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(confirmation => new { confirmation.ProficiencyId, confirmation.PeerId }).IsUnique();
    }
}
