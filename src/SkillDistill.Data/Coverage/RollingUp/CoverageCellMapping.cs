using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Data.Coverage.RollingUp;

internal sealed class CoverageCellMapping : IEntityTypeConfiguration<CoverageCell>
{
    public void Configure(EntityTypeBuilder<CoverageCell> builder)
    {
        builder.HasKey(cell => new { cell.TeamId, cell.SkillId });
        builder.HasIndex(cell => cell.SkillId);
        // The worst first, of a whole company and of some teams. To the last column, so that a list's first lines are read and nothing is sorted.
        builder.HasIndex(cell => new { cell.State, cell.Missing, cell.SkillId, cell.TeamId }).IsDescending(false, true, false, false).HasFilter("head_count IS NOT NULL");
        builder.HasIndex(cell => new { cell.TeamId, cell.State, cell.Missing, cell.SkillId }).IsDescending(false, false, true, false).HasFilter("head_count IS NOT NULL");
        // In their order, worst first.
        builder.Property(cell => cell.State).HasConversion<int>();
        builder.ComplexProperty(cell => cell.Named);
        builder.ComplexProperty(cell => cell.Unnamed);
        builder.ComplexProperty(cell => cell.CountedToo);
        builder.HasOne<Team>().WithMany().HasForeignKey(cell => cell.TeamId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Skill>().WithMany().HasForeignKey(cell => cell.SkillId).OnDelete(DeleteBehavior.Cascade);
    }
}
