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

    private static FoundQuote? Find(CardMaterial card, string words)
    {
        var pieces = words.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        if (pieces.Length == 0)
        {
            return null;
        }

        // Only blanks may differ: models fold line breaks when they copy.
        var pattern = new Regex(string.Join(@"\s+", pieces.Select(Regex.Escape)), RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(200));
        foreach (var field in Enum.GetValues<CardField>())
        {
            if (pattern.Match(card.Text[field]) is { Success: true } match && IsEnough(match.Value, card.Text[field]))
            {
                return new FoundQuote(card, field, match.Value);
            }
        }

        return null;
    }

    /// <summary>Any card holds the letter "a". A Chinese character carries about as much as three Latin letters.</summary>
    private static bool IsEnough(string quote, string field) =>
        quote.Length == field.Trim().Length || quote.Where(char.IsLetterOrDigit).Sum(letter => letter >= '\u2E80' ? 3 : 1) >= AnswerLimits.ShortestQuote;

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
