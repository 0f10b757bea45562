using System.Text.RegularExpressions;
using SkillDistill.Distillation.Reading.Notes;
using SkillDistill.Distillation.Reading.Uploads;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Reading.ColleagueSkills;

/// <summary>One document of a colleague-skill, sentence by sentence. Steps that only make sense together stay together.</summary>
internal static partial class Statements
{
    /// <summary>Bullets shorter than this on the average are the parts of one enumeration.</summary>
    private const int Enumeration = 16;

    public static IEnumerable<StatementProposal> In(UploadedDocument document, Func<string, string, StatementKind> judge)
    {
        foreach (var section in Section.Of(ReadBlocks.Of(document.Path, document.Text)))
        {
            // The document's own title is the person's name.
            var path = section.Path.Where((heading, at) => at > 0 || section.Level != 1 && !IsTitle(section, heading)).ToList();
            WithoutJunk.From(section);
            for (var at = 0; at < section.Blocks.Count; at++)
            {
                var leadIn = at > 0 && LeadsIn(section.Blocks[at - 1]) ? section.Blocks[at - 1] : null;
                foreach (var (start, end, alone) in Places(section.Blocks, at, leadIn, document.Text))
                {
                    var above = leadIn is not null && alone ? [.. path, Wording.Heading(leadIn.Text)] : path;
                    var place = PlainText.Shortened(string.Join(" > ", above), Provenance.PlaceLength);
                    var quote = document.Text[start..end];
                    yield return new StatementProposal(judge(place, quote), document.Path, place, quote, start);
                }
            }
        }
    }

    /// <summary>Where statements stand, and whether each stands apart from the line that leads it in.</summary>
    private static IEnumerable<(int Start, int End, bool Alone)> Places(List<Block> blocks, int at, Block? leadIn, string source)
    {
        var block = blocks[at];
        if (LeadsIn(block) && at + 1 < blocks.Count && blocks[at + 1].Kind is BlockKind.List or BlockKind.Quote or BlockKind.Code or BlockKind.Table)
        {
            return at + 1 < blocks.Count && Together(blocks[at + 1]) ? [] : SentencesBefore(block, source);
        }

        return block.Kind switch
        {
            BlockKind.List when Together(block) => [(leadIn is null ? block.Start : LastLine(leadIn, source), block.End, false)],
            BlockKind.List => block.Parts.Select(item => (AfterMarker(source, item), item.End, true)),
            BlockKind.Paragraph => InParagraph(block, source),
            BlockKind.Table when block.Parts.Count > 0 => block.Parts.Select(row => (row.Start, row.End, true)),
            _ => [(block.Start, block.End, true)],
        };
    }

    private static bool Together(Block block) =>
        block is { Kind: BlockKind.List } list && (list.Ordered || list.Parts.Average(item => (double)item.Text.Length) < Enumeration && !list.Parts.Any(item => HasVerb().IsMatch(item.Text)));

    private static IEnumerable<(int Start, int End, bool Alone)> InParagraph(Block block, string source) =>
        Sentences.In(source[block.Start..block.End]).Select(place => (block.Start + place.Start, block.Start + place.End, true))
            .Where(place => source[place.Item1..place.Item2].Any(char.IsLetterOrDigit));

    /// <summary>What a paragraph says before the line that only leads in a list.</summary>
    private static IEnumerable<(int Start, int End, bool Alone)> SentencesBefore(Block block, string source) => [.. InParagraph(block, source).SkipLast(1)];

    private static int LastLine(Block block, string source) => InParagraph(block, source).LastOrDefault((block.Start, block.End, true)).Item1;

    private static bool LeadsIn(Block block) => block.Kind == BlockKind.Paragraph && Wording.LeadsIn(block.Text);

    private static int AfterMarker(string source, Block item) => item.Start + Marker().Match(source[item.Start..item.End]).Length;

    private static bool IsTitle(Section section, string heading)
    {
        var top = section;
        while (top.Parent is { Heading.Length: > 0 } parent)
        {
            top = parent;
        }

        return top.Level == 1 && top.Heading == heading;
    }

    [GeneratedRegex(@"^(?:[-*+]|\d+[.)])\s+")]
    private static partial Regex Marker();

    [GeneratedRegex(@"必须|不|要|先|会|是|找|提前|跟进|保持|\b(?:must|should|is|are|do)\b", RegexOptions.IgnoreCase)]
    private static partial Regex HasVerb();
}
