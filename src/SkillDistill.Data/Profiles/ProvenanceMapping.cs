using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Data.Profiles;

internal static class ProvenanceMapping
{
    public static void HasProvenance<T>(this OwnedNavigationBuilder<T, Provenance> provenance)
        where T : class
    {
        provenance.Property(value => value.DocumentId).HasColumnName("provenance_document");
        provenance.Property(value => value.Place).HasColumnName("provenance_place").HasMaxLength(Provenance.PlaceLength);
        provenance.Property(value => value.Quote).HasColumnName("provenance_quote");
        provenance.Property(value => value.Start).HasColumnName("provenance_start");
        provenance.HasOne<SourceDocument>().WithMany().HasForeignKey(value => value.DocumentId).OnDelete(DeleteBehavior.Cascade);
    }
}
