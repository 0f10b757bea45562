using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Notifications;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Notifications;

internal sealed class NotificationSettingsMapping : IEntityTypeConfiguration<NotificationSettings>
{
    public void Configure(EntityTypeBuilder<NotificationSettings> builder)
    {
        builder.HasKey(settings => settings.PersonId);
        builder.PrimitiveCollection(settings => settings.Off).ElementType(kind => kind.HasConversion<string>());
        builder.Property(settings => settings.DigestAt).IsConcurrencyToken();
        builder.HasOne<Person>().WithOne().HasForeignKey<NotificationSettings>(settings => settings.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
