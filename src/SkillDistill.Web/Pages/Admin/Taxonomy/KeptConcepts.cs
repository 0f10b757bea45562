using System.IO.Compression;
using System.Text.Json;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Pages.Admin.Taxonomy;

/// <summary>The concepts of a file as they go back and forth with the page until they are brought in, so that nothing is kept meanwhile. What comes back is trusted no more than a file.</summary>
internal static class KeptConcepts
{
    public static string Pack(string file, IReadOnlyList<Concept> concepts)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            JsonSerializer.Serialize(zip, new Kept(file, [.. concepts.Select(concept => new KeptConcept(concept.Line, concept.Uri, concept.Broader, concept.Group, concept.Labels, concept.Definition))]));
        }

        return Convert.ToBase64String(packed.ToArray());
    }

    /// <returns>Null where it is nothing that <see cref="Pack"/> gave.</returns>
    public static (string File, IReadOnlyList<Concept> Concepts)? Unpack(string? packed)
    {
        try
        {
            var plain = ReadTaxonomy.Unpacked(Convert.FromBase64String(packed ?? ""));
            return plain.Refusal is null && JsonSerializer.Deserialize<Kept>(plain.Value) is { Concepts: { Length: > 0 and <= ReadTaxonomy.MostConcepts } concepts } kept
                ? (kept.File ?? "", [.. concepts.Select(concept => Concept.Of(concept.Line, concept.Uri, concept.Broader, concept.Group, concept.Labels ?? [], concept.Definition))])
                : null;
        }
        catch (Exception foreign) when (foreign is FormatException or JsonException)
        {
            return null;
        }
    }

    private sealed record Kept(string? File, KeptConcept[]? Concepts);

    private sealed record KeptConcept(int Line, string? Uri, string? Broader, string? Group, IReadOnlyList<SkillLabel>? Labels, string? Definition);
}
