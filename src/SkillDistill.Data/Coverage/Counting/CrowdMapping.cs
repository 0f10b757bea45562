using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Coverage.Counting;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Coverage.Counting;

internal sealed class CrowdMapping : IEntityTypeConfiguration<Crowd>
{
    public void Configure(EntityTypeBuilder<Crowd> builder)
    {
        builder.HasKey(crowd => crowd.TeamId);
        builder.HasOne<Team>().WithMany().HasForeignKey(crowd => crowd.TeamId).OnDelete(DeleteBehavior.Cascade);
    }
}
