using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Agents;

namespace SkillDistill.Data.Agents;

internal sealed class ReplayMapping : IEntityTypeConfiguration<Replay>
{
    public void Configure(EntityTypeBuilder<Replay> builder)
    {
        builder.HasKey(replay => replay.VersionId);
        builder.Property(replay => replay.Waiver).HasMaxLength(Replay.WaiverLength);
        builder.Ignore(replay => replay.Failures);
        builder.Ignore(replay => replay.PermitsPublishing);
        builder.HasOne<AgentVersion>().WithOne().HasForeignKey<Replay>(replay => replay.VersionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(replay => replay.Results).WithOne().HasForeignKey(result => result.VersionId).OnDelete(DeleteBehavior.Cascade);
    }
}
