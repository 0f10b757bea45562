using System.Globalization;
using System.Text;

namespace SkillDistill.Domain;

/// <summary>
/// Takes out of people's and models' words what nobody sees and what makes a text read otherwise than it is kept: control characters, marks that turn the direction of writing, letters
/// without width or ink, tags and selectors that spell words for machines alone, and halves of characters. What writing needs stays: line ends, tabs, and joiners between letters that
/// join (emoji, Persian, Hindi).
/// </summary>
public static class PlainLetters
{
    private const char NonJoiner = '\u200C';
    private const char Joiner = '\u200D';

    // Letters by their category, and yet blank: fillers of Hangul, vowels that Khmer does not write, selectors of Mongolian.
    private static readonly HashSet<char> Blank = ['\u034F', '\u115F', '\u1160', '\u17B4', '\u17B5', '\u180B', '\u180C', '\u180D', '\u180F', '\u3164', '\uFFA0'];

    /// <summary>The text without them; the same text where there are none.</summary>
    public static string ToPlainLetters(this string text) => Without(text, IsHidden);

    /// <summary>The text without halves of characters, which no store and no reader takes.</summary>
    public static string ToWellFormed(this string text) => Without(text, IsHalf);

    /// <summary>The text as somebody typed it: without them, with line feeds alone between lines, and nothing blank around it. Empty where nothing was typed.</summary>
    public static string ToPlainText(this string? text) => (text ?? "").ReplaceLineEndings("\n").ToPlainLetters().Trim();

    /// <summary>The text as one line, with single blanks.</summary>
    public static string ToPlainLine(this string text) => string.Join(' ', text.ToPlainLetters().Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    /// <summary>
    /// What two names are held against each other by, wherever they must not be the same: without hidden letters, in one width and one case (Unicode NFKC), with single blanks. It is reckoned here
    /// and not by the stores, one of which knows the cases of ASCII alone.
    /// </summary>
    public static string ToNameKey(this string text) => text.ToWellFormed().Normalize(NormalizationForm.FormKC).ToPlainLine().ToUpperInvariant();

    private static string Without(string text, Func<string, int, bool> isUnwanted)
    {
        StringBuilder? kept = null;
        for (var at = 0; at < text.Length; at += Length(text, at))
        {
            if (isUnwanted(text, at))
            {
                kept ??= new StringBuilder(text, 0, at, text.Length);
            }
            else
            {
                kept?.Append(text, at, Length(text, at));
            }
        }

        return kept?.ToString() ?? text;
    }

    private static int Length(string text, int at) => char.IsSurrogatePair(text, at) ? 2 : 1;

    private static bool IsHalf(string text, int at) => char.IsSurrogate(text[at]) && Length(text, at) == 1;

    private static bool IsHidden(string text, int at) => text[at] switch
    {
        '\n' or '\r' or '\t' or '\f' or '\u0085' => false,
        NonJoiner or Joiner => !JoinsLetters(text, at),
        var letter => Blank.Contains(letter) || IsHalf(text, at) || (IsSelector(text, at) && at > 0 && IsSelector(text, at - Back(text, at)))
            || CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.Control or UnicodeCategory.Format,
    };

    /// <summary>One selector chooses the look of the letter before it; a row of them is a message.</summary>
    private static bool IsSelector(string text, int at) => text[at] is >= '\uFE00' and <= '\uFE0F' || (Length(text, at) == 2 && char.ConvertToUtf32(text, at) is >= 0xE0100 and <= 0xE01EF);

    private static int Back(string text, int at) => at > 1 && char.IsSurrogatePair(text, at - 2) ? 2 : 1;

    /// <summary>Between two signs of a writing that joins, which Latin is not, and not one after the other.</summary>
    private static bool JoinsLetters(string text, int at) => at > 0 && at + 1 < text.Length && Joins(text[at - 1]) && Joins(text[at + 1]);

    private static bool Joins(char letter) => letter > '\u02FF' && letter is not (NonJoiner or Joiner);
}
