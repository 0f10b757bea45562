using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Agents;

namespace SkillDistill.Data.Agents;

internal sealed class AgentVersionMapping : IEntityTypeConfiguration<AgentVersion>
{
    public void Configure(EntityTypeBuilder<AgentVersion> builder)
    {
        builder.HasIndex(version => new { version.AgentId, version.Number }).IsUnique();
        builder.Property(version => version.Digest).HasMaxLength(64);
        builder.HasOne<Agent>().WithMany().HasForeignKey(version => version.AgentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(version => version.Cards).WithOne().HasForeignKey(card => card.VersionId).OnDelete(DeleteBehavior.Cascade);
    }
}
