using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Models;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Models;

internal sealed class ConnectionTestMapping : IEntityTypeConfiguration<ConnectionTest>
{
    public void Configure(EntityTypeBuilder<ConnectionTest> builder)
    {
        builder.Property(test => test.Model).HasMaxLength(ConnectionTest.Longest);
        builder.HasIndex(test => test.At);
        builder.HasOne<Person>().WithMany().HasForeignKey(test => test.ById).OnDelete(DeleteBehavior.SetNull);
    }
}
