using System.Text;
using System.Text.RegularExpressions;

namespace SkillDistill.Domain.Interviews;

/// <summary>
/// Finds the phrases of a section of the word lists in a text. In a phrase <c>*</c> ends a word anyhow, <c>#</c> is a number, <c>...</c> leaves
/// room for up to four words or six Chinese characters, <c>(a|b)</c> is either, <c>(a)?</c> perhaps, and a final <c>.</c> wants the clause to end.
/// The time it takes grows with the length of the text and no faster, whatever the text.
/// </summary>
internal sealed class Phrases
{
    /// <summary>An automaton of .NET may not grow beyond 10,000 nodes, and a phrase with a gap in it has up to a hundred.</summary>
    private const int AtOnce = 20;

    private readonly Lazy<Regex[]> _latin;
    private readonly Lazy<Regex[]> _chinese;

    private Phrases(IReadOnlyList<string> phrases)
    {
        // A word's edge is any character but a Latin letter or digit, so that English within Chinese needs no blanks around it; \b would want them.
        _latin = Compiled(phrases.Where(phrase => !IsChinese(phrase)), words => $"(?:^|[^A-Za-z0-9'])(?:{words})(?:$|[^A-Za-z0-9])");
        _chinese = Compiled(phrases.Where(IsChinese), words => words);
    }

    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    public static Phrases Of(string section) => new(WordList.Section(section));

    public bool AnyIn(string text) => For(text).Any(regex => regex.IsMatch(text));

    /// <summary>In the order of the text, the longer first of those that begin together; they may overlap.</summary>
    public IEnumerable<Stretch> In(string text) => For(text).SelectMany(regex => In(text, regex)).OrderBy(phrase => phrase.Start).ThenByDescending(phrase => phrase.Length);

    private static IEnumerable<Stretch> In(string text, Regex regex)
    {
        var from = 0;
        while (from <= text.Length && regex.Match(text, from) is { Success: true } match)
        {
            // Only a named group's place is that of the phrase without the edges around it.
            var phrase = match.Groups["phrase"];
            yield return new Stretch(phrase.Index, phrase.Length);
            from = Math.Max(phrase.Index + phrase.Length, from + 1);
        }
    }

    /// <summary>Building the automata takes longer than most texts take to be read, so those of a script wait for a text in it.</summary>
    private IEnumerable<Regex> For(string text)
    {
        var (latin, chinese) = (text.Any(char.IsAsciiLetter), text.Any(IsHan));
        return (latin ? _latin.Value : []).Concat(chinese ? _chinese.Value : []);
    }

    private static Lazy<Regex[]> Compiled(IEnumerable<string> phrases, Func<string, string> edged) =>
        new(() => [.. phrases.Chunk(AtOnce).Select(chunk => new Regex(edged(string.Join('|', chunk.Select(Pattern))), Linear))]);

    private static bool IsChinese(string phrase) => phrase.Any(IsHan);

    public static bool IsHan(char character) => character is >= '\u4e00' and <= '\u9fff';

    private static string Pattern(string phrase)
    {
        var chinese = IsChinese(phrase);
        var pattern = new StringBuilder("(?<phrase>");
        var ends = phrase.EndsWith('.') && !phrase.EndsWith("...", StringComparison.Ordinal);
        var body = ends ? phrase[..^1] : phrase;
        for (var i = 0; i < body.Length; i++)
        {
            if (string.CompareOrdinal(body, i, " ... ", 0, 5) == 0)
            {
                pattern.Append(@"(?:\s+[A-Za-z0-9'-]+){0,4}\s+");
                i += 4;
            }
            else if (string.CompareOrdinal(body, i, "...", 0, 3) == 0)
            {
                pattern.Append(@"[^，。；！？、：,.;!?:\n]{0,6}");
                i += 2;
            }
            else
            {
                pattern.Append(body[i] switch
                {
                    ' ' when chinese || body.AsSpan(0, i).EndsWith(")?") => @"\s*",
                    ' ' => @"\s+",
                    '*' => "[A-Za-z']*",
                    '#' => "[0-9]+",
                    '(' => "(?:",
                    ')' or '|' or '?' => body[i].ToString(),
                    var other => Regex.Escape(other.ToString()),
                });
            }
        }

        return pattern.Append(ends ? @")\s*(?:[。，；！？,.;!?\n]|$)" : ")").ToString();
    }
}
