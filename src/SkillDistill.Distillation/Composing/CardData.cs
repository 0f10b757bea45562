using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Composing;

/// <summary>Cards, questions and other people's words as JSON that can neither close its block nor forge a citation tag.</summary>
internal static class CardData
{
    // Relaxed, so that Chinese and apostrophes stay readable and can be copied letter by letter; what must not occur is escaped afterwards.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The name a card goes by in a prompt: its place from 1. It says nothing about the stored card.</summary>
    public static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"c{index + 1}");

    /// <param name="before">How many cards are named already.</param>
    public static string Array(IReadOnlyList<CardMaterial> cards, int before = 0) =>
        cards.Count == 0 ? "[]" : "[\n" + string.Join(",\n", cards.Select((card, index) => Json(Fields(Name(before + index), card)))) + "\n]";

    /// <summary>What a digest is taken over: a card's words, which are pinned, without its place and its skills, which are not.</summary>
    public static string Words(CardMaterial card) => Json(Fields("", card with { SkillLabels = [] }));

    public static string Json(object value) => JsonSerializer.Serialize(value, Readable)
        .Replace("⟦", "\\u27e6", StringComparison.Ordinal)
        .Replace("⟧", "\\u27e7", StringComparison.Ordinal)
        .Replace("</", "<\\/", StringComparison.Ordinal);

    private static Dictionary<string, object> Fields(string name, CardMaterial card)
    {
        var fields = new Dictionary<string, object> { ["id"] = name, ["kind"] = card.Text.Kind.ToString() };
        foreach (var field in Enum.GetValues<CardField>().Where(field => card.Text[field].Length > 0))
        {
            fields[JsonNamingPolicy.CamelCase.ConvertName(field.ToString())] = card.Text[field];
        }

        if (card.Text.CaseDate is { } date)
        {
            fields["caseDate"] = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        if (card.SkillLabels.Count > 0)
        {
            fields["skills"] = card.SkillLabels.Order(StringComparer.Ordinal);
        }

        return fields;
    }
}
