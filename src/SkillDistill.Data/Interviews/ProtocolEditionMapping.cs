using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Interviews;

internal sealed class ProtocolEditionMapping : IEntityTypeConfiguration<ProtocolEdition>
{
    public void Configure(EntityTypeBuilder<ProtocolEdition> builder)
    {
        builder.Property(edition => edition.Shipped).HasMaxLength(Protocol.VersionLength);
        builder.Property(edition => edition.Hidden).HasConversion(
            keys => string.Join(',', keys),
            text => text.Split(',', StringSplitOptions.RemoveEmptyEntries).ToList(),
            new ValueComparer<IReadOnlyList<string>>((one, other) => one!.SequenceEqual(other!), keys => keys.Count, keys => keys));
        builder.Property(edition => edition.Added).HasConversion(
            probes => JsonSerializer.Serialize(probes, PlainJson.Options),
            text => JsonSerializer.Deserialize<List<AddedProbe>>(text, PlainJson.Options)!,
            new ValueComparer<IReadOnlyList<AddedProbe>>((one, other) => one!.SequenceEqual(other!), probes => probes.Count, probes => probes));
        builder.Ignore(edition => edition.Version);
        builder.HasOne<Person>().WithMany().HasForeignKey(edition => edition.MadeById).OnDelete(DeleteBehavior.SetNull);

        // Two admins who publish at once must not make one edition of two wishes.
        builder.HasIndex(edition => edition.Number).IsUnique();
    }
}
