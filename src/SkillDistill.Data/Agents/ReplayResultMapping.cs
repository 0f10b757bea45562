using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Agents;

namespace SkillDistill.Data.Agents;

internal sealed class ReplayResultMapping : IEntityTypeConfiguration<ReplayResult>
{
    public void Configure(EntityTypeBuilder<ReplayResult> builder)
    {
        builder.HasKey(result => new { result.VersionId, result.CaseId });
        builder.PrimitiveCollection(result => result.AcceptedCards);
        builder.PrimitiveCollection(result => result.CitedCards);
        builder.HasOne<ReplayCase>().WithMany().HasForeignKey(result => result.CaseId).OnDelete(DeleteBehavior.Cascade);
    }
}
