using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.People;

internal sealed class HistoryEntryMapping : IEntityTypeConfiguration<HistoryEntry>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> builder)
    {
        builder.ToTable("history_entries");
        builder.Property(entry => entry.NameBefore).HasMaxLength(Team.NameLength);
        builder.Property(entry => entry.NameAfter).HasMaxLength(Team.NameLength);
        builder.HasIndex(entry => new { entry.PersonId, entry.At });
        builder.HasIndex(entry => new { entry.TeamId, entry.At });
        builder.HasIndex(entry => entry.At);
        builder.HasOne<Person>().WithMany().HasForeignKey(entry => entry.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Team>().WithMany().HasForeignKey(entry => entry.TeamId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Team>().WithMany().HasForeignKey(entry => entry.FromTeamId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Team>().WithMany().HasForeignKey(entry => entry.ToTeamId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Person>().WithMany().HasForeignKey(entry => entry.ById).OnDelete(DeleteBehavior.SetNull);
    }
}
