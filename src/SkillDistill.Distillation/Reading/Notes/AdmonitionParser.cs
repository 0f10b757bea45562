using Markdig.Parsers;
using Markdig.Syntax;

namespace SkillDistill.Distillation.Reading.Notes;

/// <summary>What MkDocs writes as <c>!!! tip "Title"</c> with its text indented below.</summary>
internal sealed class AdmonitionBlock(BlockParser parser) : ContainerBlock(parser)
{
    public string Title { get; init; } = "";
}

internal sealed class AdmonitionParser : BlockParser
{
    private const int Indentation = 4;

    public AdmonitionParser() => OpeningCharacters = ['!', '?'];

    public override bool CanInterrupt(BlockProcessor processor, Markdig.Syntax.Block block) => true;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line.ToString();
        if (processor.IsCodeIndent || !(line.StartsWith("!!!", StringComparison.Ordinal) || line.StartsWith("???", StringComparison.Ordinal)))
        {
            return BlockState.None;
        }

        var head = line[3..].TrimStart('+').Trim();
        if (head.Length == 0 || !char.IsLetter(head[0]))
        {
            return BlockState.None;
        }

        processor.NewBlocks.Push(new AdmonitionBlock(this)
        {
            Column = processor.Column,
            Span = new SourceSpan(processor.Start, processor.Line.End),
            Title = TitleOf(head),
        });
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Markdig.Syntax.Block block)
    {
        if (processor.IsBlankLine)
        {
            return BlockState.Continue;
        }

        if (processor.Indent < Indentation)
        {
            return BlockState.None;
        }

        processor.GoToColumn(processor.ColumnBeforeIndent + Indentation);
        block.UpdateSpanEnd(processor.Line.End);
        return BlockState.Continue;
    }

    private static string TitleOf(string head)
    {
        var first = head.IndexOf('"', StringComparison.Ordinal);
        var last = head.LastIndexOf('"');
        return last > first ? head[(first + 1)..last].Trim() : "";
    }
}
