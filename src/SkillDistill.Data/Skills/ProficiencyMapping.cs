using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Data.Skills;

internal sealed class ProficiencyMapping : IEntityTypeConfiguration<Proficiency>
{
    public void Configure(EntityTypeBuilder<Proficiency> builder)
    {
        builder.Ignore(proficiency => proficiency.ReviewBy);
        builder.HasIndex(proficiency => new { proficiency.PersonId, proficiency.SkillId }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(proficiency => proficiency.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Skill>().WithMany().HasForeignKey(proficiency => proficiency.SkillId).OnDelete(DeleteBehavior.Cascade);
    }
}
