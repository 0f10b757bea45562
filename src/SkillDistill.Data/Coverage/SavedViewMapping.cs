using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Coverage;

internal sealed class SavedViewMapping : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.Property(view => view.Name).HasMaxLength(SavedView.NameLength);
        builder.Property(view => view.Address).HasMaxLength(SavedView.AddressLength);
        builder.HasIndex(view => new { view.OwnerId, view.Name }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(view => view.OwnerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Team>().WithMany().HasForeignKey(view => view.TeamId).OnDelete(DeleteBehavior.Cascade);
    }
}
