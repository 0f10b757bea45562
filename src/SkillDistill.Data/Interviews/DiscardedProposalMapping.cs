using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Interviews;

namespace SkillDistill.Data.Interviews;

internal sealed class DiscardedProposalMapping : IEntityTypeConfiguration<DiscardedProposal>
{
    public void Configure(EntityTypeBuilder<DiscardedProposal> builder)
    {
        builder.HasKey(proposal => new { proposal.InterviewId, proposal.Key });
        builder.Property(proposal => proposal.Key).HasMaxLength(ProposedCard.KeyLength);
        builder.HasOne<Interview>().WithMany().HasForeignKey(proposal => proposal.InterviewId).OnDelete(DeleteBehavior.Cascade);
    }
}
