using System.Text.Json;
using SkillDistill.Domain;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Pages.Admin.Taxonomy;

/// <summary>
/// ESCO's skills as JSON: one, or a list of them, with names in one language ("label", "altLabel") or, as its web service gives them, in several ("preferredLabel": { "en": ... })
/// (https://ec.europa.eu/esco/api).
/// </summary>
internal static class EscoJson
{
    public static Outcome<TaxonomyFile> Read(string text, string language)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            List<JsonElement> entries = json.RootElement.ValueKind == JsonValueKind.Array ? [.. json.RootElement.EnumerateArray()] : [json.RootElement];
            if (entries.Count > ReadTaxonomy.MostConcepts)
            {
                return new UploadedSheets.SheetTooLong(ReadTaxonomy.MostConcepts);
            }

            if (entries.Count == 0 || entries.Exists(entry => entry.ValueKind != JsonValueKind.Object || Text(entry, "uri") is null))
            {
                return new TaxonomyUnknown();
            }

            var above = entries.SelectMany(entry => Uris(entry, "narrowers").Select(below => (Below: below, Above: Text(entry, "uri")))).DistinctBy(pair => pair.Below).ToDictionary(pair => pair.Below, pair => pair.Above);
            return TaxonomyFile.WithAll([.. entries.Select((entry, at) => Of(entry, at + 1, language, above))]);
        }
        catch (JsonException)
        {
            return new TaxonomyUnknown();
        }
    }

    private static Concept Of(JsonElement entry, int number, string language, Dictionary<string, string?> above)
    {
        var uri = Text(entry, "uri")!;
        var broader = above.GetValueOrDefault(uri) ?? Links(entry, "broaderSkill").FirstOrDefault() ?? Links(entry, "broaderHierarchyConcept").FirstOrDefault();
        IEnumerable<SkillLabel> labels = [.. Names(entry, "label", language, true), .. Names(entry, "preferredLabel", language, true), .. Names(entry, "altLabel", language, false), .. Names(entry, "alternativeLabel", language, false)];
        return Concept.Of(number, uri, broader, Text(entry, "skillType") ?? Links(entry, "hasSkillType").FirstOrDefault()?.Split('/')[^1], labels, Definition(entry, language));
    }

    /// <summary>A name, several, or several by language.</summary>
    private static IEnumerable<SkillLabel> Names(JsonElement entry, string property, string language, bool isPreferred) =>
        !entry.TryGetProperty(property, out var value) ? []
        : value.ValueKind == JsonValueKind.Object ? value.EnumerateObject().Where(named => named.Name.Length == 2).SelectMany(named => Texts(named.Value).Select(text => new SkillLabel(named.Name, text, isPreferred)))
        : Texts(value).Select(text => new SkillLabel(language, text, isPreferred));

    private static string? Definition(JsonElement entry, string language) =>
        !entry.TryGetProperty("description", out var value) ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : value.ValueKind == JsonValueKind.Object && (value.TryGetProperty(language, out var said) || value.TryGetProperty("en", out said)) ? (said.ValueKind == JsonValueKind.Object ? Text(said, "literal") : Texts(said).FirstOrDefault())
        : null;

    private static IEnumerable<string> Links(JsonElement entry, string link) =>
        entry.TryGetProperty("_links", out var links) && links.ValueKind == JsonValueKind.Object ? Uris(links, link) : [];

    private static IEnumerable<string> Uris(JsonElement entry, string property) =>
        !entry.TryGetProperty(property, out var value) || value.ValueKind != JsonValueKind.Array ? []
        : value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Object ? Text(item, "uri") : Texts(item).FirstOrDefault()).OfType<string>();

    private static string? Text(JsonElement entry, string property) => entry.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!),
        _ => [],
    };
}
