namespace SkillDistill.Distillation.Reading.Notes;

/// <summary>Consecutive blocks that make one card.</summary>
/// <param name="Lead">What names it within its section; empty when the section's own heading does.</param>
internal sealed record Piece(Section Section, IReadOnlyList<Block> Blocks, string Lead)
{
    /// <summary>Sections read together because each is too short to stand alone; their headings go before their words.</summary>
    public IReadOnlyList<Piece> With { get; init; } = [];

    /// <summary>Which part of its section this is, counted from 1; 0 when it is the whole.</summary>
    public int Part { get; init; }

    public int Start => Blocks[0].Start;

    public int End => With.Count > 0 ? With[^1].End : Blocks.Max(block => block.End);

    public int Length => Blocks.Sum(block => block.Size);

    public string Text => With.Count == 0 ? Own : string.Join("\n\n", With.Prepend(this with { With = [] }).Select(piece => piece.Labelled));

    private string Labelled => $"{Section.Heading.TrimEnd('?', '？')}: {Own}";

    private string Own => string.Concat(Blocks.Select((block, at) => Before(at) + Worded(block)));

    /// <summary>Alone, an admonition gives the card its title; among others it keeps its own.</summary>
    private string Worded(Block block) =>
        Blocks.Count > 1 && block is { Kind: BlockKind.Admonition, Lead.Length: > 0 } ? $"{block.Lead}: {block.Text}".Replace("?: ", "? ", StringComparison.Ordinal) : block.Text;

    private string Before(int at) => at switch
    {
        0 => "",
        _ when Blocks[at].Kind == BlockKind.List && Wording.LeadsIn(Blocks[at - 1].Text) => "\n",
        _ when Blocks[at].Kind == BlockKind.Item && Blocks[at - 1].Kind == BlockKind.Item => "\n",
        _ => "\n\n",
    };
}
