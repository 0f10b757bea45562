using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Models;

namespace SkillDistill.Data.Models;

internal sealed class ModelDayMapping : IEntityTypeConfiguration<ModelDay>
{
    public void Configure(EntityTypeBuilder<ModelDay> builder)
    {
        builder.HasKey(day => new { day.Day, day.Task, day.Currency });
        builder.Property(day => day.Currency).HasMaxLength(3);
    }
}
