using System.Text.RegularExpressions;

namespace SkillDistill.Distillation.Reading.Notes;

/// <summary>Text without markup: paragraphs between empty lines, lines that look like headings, lists by their markers.</summary>
internal static partial class PlainTextBlocks
{
    private const int HeadingLength = 80;

    /// <summary>The level of a line that stands alone and is short: below every heading that says so itself.</summary>
    private const int Guessed = 3;

    public static IReadOnlyList<Block> Of(string source)
    {
        var blocks = new List<Block>();
        var (start, end, lines) = (-1, 0, 0);
        foreach (var (from, to) in Lines(source))
        {
            var blank = source.AsSpan(from, to - from).IsWhiteSpace();
            if (start >= 0 && (blank || Breaks(source, start, end, from, to)))
            {
                Add(blocks, source, start, end, lines, blank);
                (start, lines) = (-1, 0);
            }

            if (!blank)
            {
                (start, end, lines) = (start < 0 ? from : start, to, lines + 1);
            }
        }

        if (start >= 0)
        {
            Add(blocks, source, start, end, lines, aloneBelow: true);
        }

        return WithoutHollowHeadings(blocks);
    }

    /// <summary>A short line that merely looks like a heading is one only if something stands under it; else it is what was to be said.</summary>
    private static List<Block> WithoutHollowHeadings(List<Block> blocks) =>
        [.. blocks.Select((block, at) => block is { Kind: BlockKind.Heading, Level: Guessed } && (at > 0 || blocks.Count == 1) && (at + 1 == blocks.Count || blocks[at + 1].Kind == BlockKind.Heading)
            ? block with { Kind = BlockKind.Paragraph }
            : block)];

    private static IEnumerable<(int From, int To)> Lines(string source)
    {
        for (var from = 0; from < source.Length;)
        {
            var next = source.AsSpan(from).IndexOfAny('\n', '\r');
            var to = next < 0 ? source.Length : from + next;
            yield return (from, to);
            from = to + (to + 1 < source.Length && source[to] == '\r' && source[to + 1] == '\n' ? 2 : 1);
        }
    }

    /// <summary>A heading of its own form ends the paragraph before it even without an empty line between; so does a list.</summary>
    private static bool Breaks(string source, int start, int end, int from, int to) =>
        IsMarked(source.AsSpan(from, to - from)) || IsMarked(source.AsSpan(start, end - start))
        || (ListLine().IsMatch(source.AsSpan(from, to - from)) && !ListLine().IsMatch(source.AsSpan(start, Math.Min(end - start, HeadingLength))));

    private static bool IsMarked(ReadOnlySpan<char> line) => line.Length <= HeadingLength * 2 && MarkedHeading().IsMatch(line);

    private static void Add(List<Block> blocks, string source, int start, int end, int lines, bool aloneBelow)
    {
        while (start < end && char.IsWhiteSpace(source[start]))
        {
            start++;
        }

        end = start + source.AsSpan(start, end - start).TrimEnd().Length;
        var text = source[start..end];
        if (lines == 1 && (IsMarked(text) || (aloneBelow && LooksLikeHeading(text))))
        {
            blocks.Add(new Block(BlockKind.Heading, start, end, text.Trim('=', '#', '*', ' ')) { Level = SubHeading().IsMatch(text) ? 2 : IsMarked(text) ? 1 : Guessed });
        }
        else if (Tidy(text) is { Length: > 0 } words)
        {
            blocks.Add(ListLine().IsMatch(text) ? List(source, start, end, words) : new Block(BlockKind.Paragraph, start, end, words));
        }
    }

    private static Block List(string source, int start, int end, string words)
    {
        var starts = ListStart().EnumerateMatches(source.AsSpan(start, end - start));
        var marks = new List<int>();
        foreach (var mark in starts)
        {
            marks.Add(start + mark.Index);
        }

        var items = marks.Select((from, at) => (from, to: at + 1 < marks.Count ? marks[at + 1] : end)).Select(place =>
        {
            var raw = source[place.from..place.to].TrimEnd();
            return new Block(BlockKind.Item, place.from, place.from + raw.Length, PlainText.Tidied(ListLine().Replace(raw, "")));
        });
        return new Block(BlockKind.List, start, end, words) { Ordered = char.IsDigit(source[start]), Parts = [.. items.Where(item => item.Text.Length > 0)] };
    }

    private static string Tidy(string text) => PlainText.Tidied(BulletSign().Replace(Underline().Replace(text, ""), "- "));

    private static bool LooksLikeHeading(string text) =>
        text.Length <= HeadingLength && !ListLine().IsMatch(text) && text.Any(char.IsLetter)
        && text[^1] is not ('.' or '。' or ',' or '，' or ';' or '；' or '!' or '！' or '"' or '”' or '、');

    [GeneratedRegex(@"^\s*(?:#{1,6}\s+\S.{0,120}|={2,}\s*\S.{0,120}?\s*={2,}|第[一二三四五六七八九十百\d]{1,4}[章节部分].{0,60}|[一二三四五六七八九十]{1,3}、.{1,40}|[A-Z][A-Z0-9 &/'-]{3,60}:?)\s*$")]
    private static partial Regex MarkedHeading();

    [GeneratedRegex(@"^\s*(?:##|\d+\.\d)")]
    private static partial Regex SubHeading();

    [GeneratedRegex(@"^\s*(?:[-*•·–]|\d{1,3}[.)、])\s*(?=\S)(?<![-–]\d)")]
    private static partial Regex ListLine();

    [GeneratedRegex(@"^[ \t]{0,3}(?:[-*•·–]|\d{1,3}[.)、])\s*(?=\S)", RegexOptions.Multiline)]
    private static partial Regex ListStart();

    [GeneratedRegex(@"^\s*[•·–]\s*", RegexOptions.Multiline)]
    private static partial Regex BulletSign();

    [GeneratedRegex(@"^[=\-_~*]{3,}\s*$", RegexOptions.Multiline)]
    private static partial Regex Underline();
}
