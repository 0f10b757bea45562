using System.IO.Compression;
using System.Text.Json;
using SkillDistill.Domain;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Pages.Admin.Taxonomy;

/// <summary>The concepts of a file as they go back and forth with the page until they are brought in, so that nothing is kept meanwhile. What comes back is trusted no more than a file.</summary>
internal static class KeptConcepts
{
    /// <summary>As long as a file may be called on most machines.</summary>
    private const int LongestName = 255;

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
            return plain.Refusal is null && JsonSerializer.Deserialize<Kept>(plain.Value) is { Concepts: { Length: > 0 and <= ReadTaxonomy.MostConcepts } concepts } kept && Array.TrueForAll(concepts, IsWhole)
                ? (Name(kept.File), [.. concepts.Select(concept => Concept.Of(concept!.Line, concept.Uri, concept.Broader, concept.Group, concept.Labels!.Select(label => label!), concept.Definition))])
                : null;
        }
        catch (Exception foreign) when (foreign is FormatException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether it has all that a file could give: nothing is missing where the code relies on it, and no language is longer than the store takes.</summary>
    private static bool IsWhole(KeptConcept? concept) =>
        concept?.Labels?.All(label => label is { Text: not null, Language: { Length: 2 } language } && language.All(char.IsAsciiLetter)) == true;

    private static string Name(string? file)
    {
        var name = (file ?? "").ToPlainLine();
        return name[..Math.Min(name.Length, LongestName)].ToWellFormed();
    }

    private sealed record Kept(string? File, KeptConcept?[]? Concepts);

    private sealed record KeptConcept(int Line, string? Uri, string? Broader, string? Group, IReadOnlyList<SkillLabel?>? Labels, string? Definition);
}
