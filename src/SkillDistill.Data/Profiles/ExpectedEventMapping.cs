using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Data.Profiles;

internal sealed class ExpectedEventMapping : IEntityTypeConfiguration<ExpectedEvent>
{
    public void Configure(EntityTypeBuilder<ExpectedEvent> builder)
    {
        builder.Property(expected => expected.Words).HasMaxLength(UntilCondition.Length);
        builder.HasOne<Person>().WithMany().HasForeignKey(expected => expected.NamedById).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Person>().WithMany().HasForeignKey(expected => expected.SaidById).OnDelete(DeleteBehavior.SetNull);
    }
}
