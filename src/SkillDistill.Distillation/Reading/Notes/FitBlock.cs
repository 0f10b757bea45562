namespace SkillDistill.Distillation.Reading.Notes;

/// <summary>Splits a block that would not fit a card's field, so that nothing of it need be cut away.</summary>
internal static class FitBlock
{
    /// <summary>Below <see cref="Domain.Profiles.CardText.FieldLength"/>, with room for headings and a line that leads in.</summary>
    public const int Limit = 3500;

    private const int SliceLength = 3000;

    public static IEnumerable<Block> To(Block block, string source)
    {
        if (block.Text.Length <= Limit)
        {
            return [block with { Parts = [.. block.Parts.SelectMany(part => To(part, source))] }];
        }

        return block.Parts.Count > 0 ? block.Parts.SelectMany(part => To(part, source)) : Slices(block, source);
    }

    private static IEnumerable<Block> Slices(Block block, string source)
    {
        for (var from = block.Start; from < block.End;)
        {
            var to = Math.Min(from + SliceLength, block.End);
            if (to < block.End)
            {
                var line = source.LastIndexOf('\n', to - 1, SliceLength / 2);
                var blank = line > from ? line : source.LastIndexOf(' ', to - 1, SliceLength / 2);
                to = blank > from ? blank + 1 : char.IsHighSurrogate(source[to - 1]) ? to - 1 : to;
            }

            if (Trimmed(block, source, from, to) is { Text.Length: > 0 } slice)
            {
                yield return slice;
            }

            from = to;
        }
    }

    private static Block Trimmed(Block block, string source, int from, int to)
    {
        var words = source.AsSpan(from, to - from);
        var start = from + (words.Length - words.TrimStart().Length);
        var length = words.Trim().Length;
        return block with { Start = start, End = start + length, Text = PlainText.Tidied(source.Substring(start, length)), Parts = [], Lead = "" };
    }
}
