using System.Text;
using System.Text.RegularExpressions;

namespace SkillDistill.Distillation.Reading.Notes;

/// <summary>Text fit for a card: no characters that cannot be seen, no heaps of blanks.</summary>
internal static partial class PlainText
{
    public static string Tidied(string text)
    {
        // With its capacity given, the builder is one piece and can be indexed in no time.
        var clean = new StringBuilder(text.Length * 4);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            if (c == '\n' || !(char.IsControl(c) || c is '\uFEFF' or '\u200B'))
            {
                clean.Append(c);
            }
            else if (c == '\t')
            {
                clean.Append("    ");
            }
        }

        return BlankLines().Replace(WithoutLineEnds(clean), "\n\n").Trim();
    }

    /// <summary>By hand: an expression for blanks before a line's end looks at every run of blanks once for each blank in it.</summary>
    private static string WithoutLineEnds(StringBuilder text)
    {
        var kept = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\n')
            {
                while (kept > 0 && text[kept - 1] is ' ' or '\u00a0')
                {
                    kept--;
                }
            }

            text[kept++] = text[at];
        }

        return text.ToString(0, kept);
    }

    /// <summary>The text with every line but the first moved to the right, so that it stands under its list marker.</summary>
    public static string Hanging(string text) => text.Replace("\n", "\n  ", StringComparison.Ordinal).Replace("\n  \n", "\n\n", StringComparison.Ordinal);

    /// <summary>At most <paramref name="length"/> characters, cut between words, with an ellipsis where something went.</summary>
    public static string Shortened(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var cut = text.LastIndexOf(' ', length - 1, length / 3) is > 0 and var blank ? blank : length - 1;
        cut -= char.IsHighSurrogate(text[cut - 1]) ? 1 : 0;
        return text[..cut].TrimEnd(' ', ',', ';', ':', '，', '、', '；', '：', '-', '—', '(', '（') + "…";
    }

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex BlankLines();
}
