using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Coverage;

internal sealed class CoverageLookMapping : IEntityTypeConfiguration<CoverageLook>
{
    public void Configure(EntityTypeBuilder<CoverageLook> builder)
    {
        // Begins with whoever was looked at, who reads it; two windows at once keep one.
        builder.HasIndex(look => new { look.PersonId, look.LookerId, look.Day, look.LookedFor }).IsUnique();
        builder.HasIndex(look => look.Day);
        builder.HasOne<Person>().WithMany().HasForeignKey(look => look.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(look => look.LookerId).OnDelete(DeleteBehavior.Cascade);
    }
}
