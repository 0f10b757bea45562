namespace SkillDistill.Distillation.Reading.Notes;

internal enum BlockKind
{
    Heading,
    Paragraph,
    List,
    Item,
    Code,
    Quote,
    Table,
    Row,
    Admonition,
}

/// <summary>A piece of a document: where it stands in the source, and its words without markup.</summary>
/// <param name="Start">Where it begins in the source, in UTF-16 units.</param>
/// <param name="End">One past its last character.</param>
internal sealed record Block(BlockKind Kind, int Start, int End, string Text)
{
    /// <summary>Of a heading: 1 to 6.</summary>
    public int Level { get; init; }

    /// <summary>The words by which it can be named: an item's bold beginning, a row's first cell, an admonition's title.</summary>
    public string Lead { get; init; } = "";

    public bool Ordered { get; init; }

    /// <summary>Nothing but links, and so nothing a card could say.</summary>
    public bool OnlyLinks { get; init; }

    /// <summary>How much of a card it takes, with its title and the line ends that part it from its neighbours.</summary>
    public int Size => Text.Length + Lead.Length + 4;

    /// <summary>The items of a list, the rows of a table.</summary>
    public IReadOnlyList<Block> Parts { get; init; } = [];
}
