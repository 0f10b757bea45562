using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Consent;

internal sealed class StopMapping : IEntityTypeConfiguration<Stop>
{
    public void Configure(EntityTypeBuilder<Stop> builder)
    {
        builder.HasIndex(stop => new { stop.SubjectId, stop.WithdrawnAt });
        builder.HasIndex(stop => stop.StoppedAt);
        builder.HasOne<Person>().WithMany().HasForeignKey(stop => stop.SubjectId).OnDelete(DeleteBehavior.Cascade);
    }
}
