using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.People;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts");
        builder.HasOne<Person>().WithOne().HasForeignKey<Account>(account => account.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
