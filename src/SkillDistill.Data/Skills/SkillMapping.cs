using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Data.Skills;

internal sealed class SkillMapping : IEntityTypeConfiguration<Skill>
{
    public void Configure(EntityTypeBuilder<Skill> builder)
    {
        builder.Property(skill => skill.Key).HasMaxLength(Skill.KeyLength);
        builder.HasIndex(skill => skill.Key).IsUnique();
        builder.Ignore(skill => skill.Scheme);
        builder.Ignore(skill => skill.IsRetired);
        builder.Property(skill => skill.Uri).HasMaxLength(Skill.UriLength);
        builder.Property(skill => skill.Definition).HasMaxLength(Skill.DefinitionLength);
        builder.HasIndex(skill => skill.Uri).IsUnique();
        builder.HasOne<Skill>().WithMany().HasForeignKey(skill => skill.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Skill>().WithMany().HasForeignKey(skill => skill.BroaderId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(skill => skill.Labels, label =>
        {
            label.ToTable("skill_labels");
            label.Property<int>("id");
            label.HasKey("id");
            label.Property(value => value.Language).HasMaxLength(2);
            label.Property(value => value.Text).HasMaxLength(Skill.LabelLength);
        });
    }
}
