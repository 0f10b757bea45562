using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Interviews;

internal sealed class InterviewMapping : IEntityTypeConfiguration<Interview>
{
    public void Configure(EntityTypeBuilder<Interview> builder)
    {
        builder.Property(interview => interview.ProtocolVersion).HasMaxLength(Protocol.VersionLength);
        builder.Property(interview => interview.Packs).HasNames().HasMaxLength(200);
        builder.HasOne<Person>().WithMany().HasForeignKey(interview => interview.OwnerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(interview => interview.OwnerId).IsUnique();
    }
}
