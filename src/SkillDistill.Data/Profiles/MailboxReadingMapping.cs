using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Data.Profiles;

internal sealed class MailboxReadingMapping : IEntityTypeConfiguration<MailboxReading>
{
    public void Configure(EntityTypeBuilder<MailboxReading> builder)
    {
        builder.Property(reading => reading.FileName).HasMaxLength(MailboxReading.FileNameLength);
        builder.Property(reading => reading.Me).HasMaxLength(MailboxReading.MeLength);
        builder.Property(reading => reading.At).IsConcurrencyToken();
        builder.HasOne<Person>().WithMany().HasForeignKey(reading => reading.OwnerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Source>().WithMany().HasForeignKey(reading => reading.SourceId).OnDelete(DeleteBehavior.Cascade);
    }
}
