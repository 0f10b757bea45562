using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Decisions;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Data.Decisions;

internal sealed class DecisionMapping : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.Ignore(decision => decision.Shares);

        // Whoever records at the same moment as somebody else comes after them or is told.
        builder.HasIndex(decision => new { decision.TeamId, decision.Number }).IsUnique();
        builder.HasOne<Team>().WithMany().HasForeignKey(decision => decision.TeamId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(decision => decision.DecidedById).OnDelete(DeleteBehavior.SetNull);
        builder.OwnsMany(decision => decision.Targets, target =>
        {
            target.ToTable("decision_targets");
            target.WithOwner().HasForeignKey(wanted => wanted.DecisionId);
            target.HasKey(wanted => new { wanted.DecisionId, wanted.SkillId });
            target.HasOne<Skill>().WithMany().HasForeignKey(wanted => wanted.SkillId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
