using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.People;

internal sealed class TeamMapping : IEntityTypeConfiguration<Team>
{
    public void Configure(EntityTypeBuilder<Team> builder)
    {
        builder.Property(team => team.Name).HasMaxLength(Team.NameLength);

        // Whoever asks for teams means those that are; what was decided about others, and histories, ask for all.
        builder.HasQueryFilter(team => team.RemovedAt == null);
        builder.HasOne<Team>().WithMany().HasForeignKey(team => team.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(team => team.ManagerId).OnDelete(DeleteBehavior.SetNull);
    }
}
