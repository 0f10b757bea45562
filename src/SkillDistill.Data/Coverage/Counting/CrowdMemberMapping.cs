using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Coverage.Counting;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Coverage.Counting;

internal sealed class CrowdMemberMapping : IEntityTypeConfiguration<CrowdMember>
{
    public void Configure(EntityTypeBuilder<CrowdMember> builder)
    {
        builder.HasKey(member => member.PersonId);
        builder.HasIndex(member => member.TeamId);
        builder.HasOne<Person>().WithMany().HasForeignKey(member => member.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Crowd>().WithMany().HasForeignKey(member => member.TeamId).OnDelete(DeleteBehavior.Cascade);
    }
}
