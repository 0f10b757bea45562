using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Data.Profiles;

internal sealed class StatementMapping : IEntityTypeConfiguration<Statement>
{
    public void Configure(EntityTypeBuilder<Statement> builder)
    {
        builder.OwnsOne(statement => statement.Provenance, provenance => provenance.HasProvenance());
        builder.Navigation(statement => statement.Provenance).IsRequired();
        builder.Property(statement => statement.Decision).IsConcurrencyToken();
        builder.HasOne<Card>().WithMany().HasForeignKey(statement => statement.CardId).OnDelete(DeleteBehavior.SetNull);
    }
}
