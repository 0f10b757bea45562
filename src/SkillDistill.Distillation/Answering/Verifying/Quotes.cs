using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SkillDistill.Distillation.Composing;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Answering.Verifying;

/// <summary>A quote that was found: the card, the field, and the words exactly as they stand there.</summary>
internal sealed record FoundQuote(CardMaterial Card, CardField Field, string Words);

/// <summary>Finds what a tag quotes among the cards that travelled with the question, and only there.</summary>
internal sealed partial class Quotes(IReadOnlyList<CardMaterial> cards)
{
    public static string Tag(int card, string words) => $"{TagStream.Open}{CardData.Name(card)}:{CardData.Json(words)}{TagStream.Close}";

    /// <returns>The quote, or null where the tag is malformed, names no card at hand, or quotes what the card does not say.</returns>
    public FoundQuote? Find(string tag)
    {
        var match = Form().Match(tag);
        if (!match.Success || !int.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number < 1 || number > cards.Count)
        {
            return null;
        }

        var card = cards[number - 1];
        var written = match.Groups["words"].Value;
        return Readings(written).Select(words => Find(card, words)).FirstOrDefault(found => found is not null);
    }

    private static FoundQuote? Find(CardMaterial card, string words) => Enum.GetValues<CardField>()
        .Select(field => CopiedWords.In(card.Text[field], words) is { } copied ? new FoundQuote(card, field, copied) : null)
        .FirstOrDefault(found => found is not null);

    /// <summary>A model may write the words plainly or escaped as they stood in the JSON.</summary>
    private static IEnumerable<string> Readings(string written)
    {
        yield return written;
        if (written.Contains('\\', StringComparison.Ordinal) && Unescaped(written) is { } plain)
        {
            yield return plain;
        }
    }

    private static string? Unescaped(string written)
    {
        try
        {
            return JsonSerializer.Deserialize<string>($"\"{written}\"");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex("""^\s*c(?<number>[0-9]{1,4})\s*[:：]\s*["“](?<words>.*)["”]\s*$""", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
