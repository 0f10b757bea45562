using System.Text.Json;

namespace SkillDistill.Distillation.Models;

/// <summary>The JSON in what a model said, whatever it said around it.</summary>
internal static class ReplyJson
{
    private static readonly JsonSerializerOptions Lenient = new(JsonSerializerDefaults.Web) { AllowTrailingCommas = true, ReadCommentHandling = JsonCommentHandling.Skip, MaxDepth = 8 };

    /// <returns>Null where there is none of this form.</returns>
    public static T? In<T>(string text)
        where T : class
    {
        var (start, end) = (text.IndexOf('{', StringComparison.Ordinal), text.LastIndexOf('}'));
        if (start < 0 || end < start)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(text[start..(end + 1)], Lenient);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
