using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Interviews;

namespace SkillDistill.Data.Agents;

internal sealed class ReplayCaseMapping : IEntityTypeConfiguration<ReplayCase>
{
    public void Configure(EntityTypeBuilder<ReplayCase> builder)
    {
        builder.Property(known => known.Words).HasMaxLength(64);
        builder.PrimitiveCollection(known => known.AcceptedCards);
        builder.Ignore(known => known.Expectation);
        builder.HasOne<Agent>().WithMany().HasForeignKey(known => known.AgentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<InterviewAnswer>().WithMany().HasForeignKey(known => known.AnswerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Disagreement>().WithMany().HasForeignKey(known => known.DisagreementId).OnDelete(DeleteBehavior.Cascade);

        // Two presses accept one answer once, and what was settled is one case.
        builder.HasIndex(known => known.DisagreementId).IsUnique();
        builder.HasIndex(known => known.AnswerId).IsUnique();
    }
}
