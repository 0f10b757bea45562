using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SkillDistill.Domain.Consent.Ledger;
using SkillDistill.Web.Language;

namespace SkillDistill.Web.Pages.Consent.Receipts;

/// <summary>The few forms that values take in a record or receipt.</summary>
internal static class JsonLd
{
    public const string MediaType = "application/ld+json";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Words, in the language in which they are said.</summary>
    public static JsonObject Said(string words, string? language = null) => new() { ["@value"] = words, ["@language"] = language ?? Languages.Current };

    public static JsonObject Moment(DateTimeOffset moment) => new() { ["@value"] = LedgerLine.Time(moment), ["@type"] = "xsd:dateTime" };

    public static JsonArray List(IEnumerable<JsonNode> nodes) => [.. nodes];

    public static JsonArray Names(params IEnumerable<string> names) => [.. names.Select(name => (JsonNode)name)];

    public static byte[] Bytes(JsonNode document) => JsonSerializer.SerializeToUtf8Bytes(document, Readable);
}
