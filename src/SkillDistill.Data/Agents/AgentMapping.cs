using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Agents;

internal sealed class AgentMapping : IEntityTypeConfiguration<Agent>
{
    public void Configure(EntityTypeBuilder<Agent> builder)
    {
        builder.HasIndex(agent => agent.OwnerId).IsUnique();
        builder.Property(agent => agent.VersionCount).IsConcurrencyToken();
        builder.Property(agent => agent.Headline).HasMaxLength(Agent.HeadlineLength);
        builder.HasOne<Person>().WithOne().HasForeignKey<Agent>(agent => agent.OwnerId).OnDelete(DeleteBehavior.Cascade);
    }
}
