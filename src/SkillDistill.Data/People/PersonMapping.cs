using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.People;

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.Property(person => person.Name).HasMaxLength(Person.NameLength);
        builder.Property(person => person.Email).HasMaxLength(Person.EmailLength);
        builder.Property(person => person.JobTitle).HasMaxLength(Person.JobTitleLength);
        builder.HasIndex(person => person.Email).IsUnique();
        builder.HasOne<Team>().WithMany().HasForeignKey(person => person.TeamId).OnDelete(DeleteBehavior.Restrict);
    }
}
