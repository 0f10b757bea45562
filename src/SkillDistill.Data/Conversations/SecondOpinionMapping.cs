using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Conversations;

internal sealed class SecondOpinionMapping : IEntityTypeConfiguration<SecondOpinion>
{
    public void Configure(EntityTypeBuilder<SecondOpinion> builder)
    {
        builder.HasIndex(opinion => opinion.AskerId);
        builder.HasOne<Person>().WithMany().HasForeignKey(opinion => opinion.AskerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Agent>().WithMany().HasForeignKey(opinion => opinion.AgentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Turn>().WithMany().HasForeignKey(opinion => opinion.FirstId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Turn>().WithMany().HasForeignKey(opinion => opinion.SecondId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(opinion => opinion.SecondId).IsUnique();

        // Two presses ask once.
        builder.HasIndex(opinion => new { opinion.FirstId, opinion.AgentId }).IsUnique();
    }
}
