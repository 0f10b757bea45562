using System.Text.Json;

namespace SkillDistill.Distillation.Reading.Messages;

/// <summary>Reads from JSON that somebody else's program wrote: what is not there, or is something else, is empty.</summary>
internal static class JsonWords
{
    public static JsonElement Under(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found) ? found : default;

    /// <summary>A string, or a number as it is written.</summary>
    public static string Words(this JsonElement element, string name) => element.Under(name) is var found && found.ValueKind switch
    {
        JsonValueKind.String => found.GetString(),
        JsonValueKind.Number => found.GetRawText(),
        _ => "",
    } is { } words ? words : "";

    /// <summary>The first of these that says something.</summary>
    public static string Words(this JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (element.Words(name) is { Length: > 0 } words)
            {
                return words;
            }
        }

        return "";
    }

    public static IEnumerable<JsonElement> Items(this JsonElement element) => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];
}
