namespace SkillDistill.Distillation.Reading.Notes;

/// <summary>Chooses how to read a document, and reads it in bounded time whatever it holds.</summary>
internal static class ReadBlocks
{
    private const string Marks = "[](*_<>!`";

    /// <summary>Shorter than this, no text takes the parser long.</summary>
    private const int Harmless = 8192;

    /// <summary>Nobody writes prose of which every fifth character is a mark; what is made to hold up a parser looks so.</summary>
    private const int MarkShare = 5;

    public static IReadOnlyList<Block> Of(string path, string text)
    {
        if (!path.EndsWith(".txt", StringComparison.OrdinalIgnoreCase))
        {
            try
            {
                return InPortions(text, (portion, start) => IsDense(portion) ? PlainTextBlocks.Of(portion) : MarkdownBlocks.Of(portion, startsDocument: start == 0));
            }
            catch (ArgumentException)
            {
                // Nested deeper than Markdig goes, and so not written for people to read: its lines are still worth showing.
            }
        }

        return InPortions(text, (portion, _) => PlainTextBlocks.Of(portion));
    }

    private static IReadOnlyList<Block> InPortions(string text, Func<string, int, IReadOnlyList<Block>> read) =>
        [.. Portions.Of(text).SelectMany(place => read(text[place.Start..place.End], place.Start).Select(block => Moved(block, place.Start)))];

    private static bool IsDense(string portion) => portion.Length > Harmless && portion.Count(c => Marks.Contains(c, StringComparison.Ordinal)) * MarkShare > portion.Length;

    private static Block Moved(Block block, int by) => by == 0 ? block : block with
    {
        Start = block.Start + by,
        End = block.End + by,
        Parts = [.. block.Parts.Select(part => Moved(part, by))],
    };
}
