using System.Text.RegularExpressions;
using SkillDistill.Domain;

namespace SkillDistill.Distillation.Answering.Verifying;

/// <summary>Finds what a model says it copied in the text that it copied from.</summary>
internal static class CopiedWords
{
    /// <returns>The words exactly as they stand there; null where they do not, or where they are too few to prove anything.</returns>
    public static string? In(string text, string copied)
    {
        // Half a character would match half of one in the card.
        var pieces = copied.ToWellFormed().Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        if (pieces.Length == 0)
        {
            return null;
        }

        // Only blanks may differ: models fold line breaks when they copy.
        var pattern = new Regex(string.Join(@"\s+", pieces.Select(Regex.Escape)), RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(200));
        return pattern.Match(text) is { Success: true } match && IsEnough(match.Value, text) ? match.Value : null;
    }

    /// <summary>Any text holds the letter "a". A Chinese character carries about as much as three Latin letters.</summary>
    private static bool IsEnough(string quote, string text) =>
        quote.Length == text.Trim().Length || quote.Where(char.IsLetterOrDigit).Sum(letter => letter >= '\u2E80' ? 3 : 1) >= AnswerLimits.ShortestQuote;
}
