using System.Buffers;
using System.Text.RegularExpressions;

namespace SkillDistill.Distillation.Answering.BuiltIn;

/// <summary>A sentence or list item of a field, as it stands there from <paramref name="Start"/> to <paramref name="End"/> (UTF-16 units, end exclusive).</summary>
/// <param name="Indent">How deep a list item stands; -1 for running text.</param>
internal readonly record struct Passage(int Start, int End, int Indent)
{
    public bool IsItem => Indent >= 0;
}

/// <summary>Cuts a field into passages, in order. Lines wrapped by an editor are put together again.</summary>
internal static partial class Passages
{
    private const int WrappedLine = 50;
    private const int Longest = 600;
    private const int LongItem = 320;

    private static readonly SearchValues<char> Signs = SearchValues.Create(" \t-*_=#>|:`~");

    public static List<Passage> Of(string text)
    {
        var passages = new List<Passage>();
        foreach (var (start, end) in Blocks(text))
        {
            var item = Item().Match(text[start..end]);
            var indent = item.Success ? item.Groups["indent"].Length : -1;
            if (item.Success && end - start <= LongItem)
            {
                Add(start, end, indent);
                continue;
            }

            // Line breaks within a block are an editor's; to the sentence finder they are blanks.
            var block = text[start..end].Replace('\n', ' ');
            var from = 0;
            for (var stop = Sentences.NextEnd(block, 0); stop >= 0; stop = Sentences.NextEnd(block, from))
            {
                Add(start + from, start + stop, from == 0 ? indent : -1);
                from = stop;
            }

            Add(start + from, end, from == 0 ? indent : -1);
        }

        return passages;

        void Add(int start, int end, int indent)
        {
            while (end - start > Longest)
            {
                var cut = text.LastIndexOf(' ', start + Longest - 1, Longest / 2) is var blank && blank > 0 ? blank : start + Longest;
                Add(start, cut, indent);
                (start, indent) = (cut, -1);
            }

            while (start < end && char.IsWhiteSpace(text[start]))
            {
                start++;
            }

            while (end > start && char.IsWhiteSpace(text[end - 1]))
            {
                end--;
            }

            if (end > start && text.AsSpan(start, end - start).IndexOfAnyExcept(Signs) >= 0)
            {
                passages.Add(new Passage(start, end, indent));
            }
        }
    }

    private static IEnumerable<(int Start, int End)> Blocks(string text)
    {
        var (start, at) = (-1, 0);
        var previous = "";
        while (at <= text.Length)
        {
            var stop = text.IndexOf('\n', at) is var found && found < 0 ? text.Length : found;
            var line = text[at..stop];
            var blank = string.IsNullOrWhiteSpace(line);
            if (start >= 0 && (blank || !Continues(previous, line)))
            {
                yield return (start, at - 1);
                start = -1;
            }

            if (start < 0 && !blank)
            {
                start = at;
            }

            (previous, at) = (line, stop + 1);
        }

        if (start >= 0)
        {
            yield return (start, text.Length);
        }
    }

    private static bool Continues(string before, string line) =>
        !LineSign().IsMatch(line)
        && !Heading().IsMatch(before)
        && (before.Length >= WrappedLine || Item().IsMatch(before) && char.IsWhiteSpace(line[0]))
        && before.TrimEnd() is { Length: > 0 } end
        && (char.IsLetterOrDigit(end[^1]) || end[^1] is ',' or ')' or '"' or '`' or '*' or '.')
        && end[^1] < '\u2E80';

    [GeneratedRegex(@"^(?<indent>[ \t]*)([-*+•][ \t]+|\d{1,3}[.)][ \t]+|\d{1,3}、)")]
    private static partial Regex Item();

    [GeneratedRegex(@"^[ \t]*([-*+•>|]|#{1,6}[ \t]|\d{1,3}[.)、]|!!!|```|<)")]
    private static partial Regex LineSign();

    [GeneratedRegex(@"^[ \t]*(#{1,6}[ \t]|!!!|```|\|)")]
    private static partial Regex Heading();
}
