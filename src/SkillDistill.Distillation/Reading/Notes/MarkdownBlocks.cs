using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SkillDistill.Distillation.Reading.Notes;

/// <summary>Markdown to blocks, with where each stands in the source.</summary>
internal sealed class MarkdownBlocks
{
    private static readonly MarkdownPipeline WithFrontMatter = Build(new MarkdownPipelineBuilder().UseYamlFrontMatter());
    private static readonly MarkdownPipeline WithoutFrontMatter = Build(new MarkdownPipelineBuilder());

    private readonly string _source;
    private readonly List<Block> _blocks = [];
    private int _readTo;

    private MarkdownBlocks(string source) => _source = source;

    /// <summary>The blocks of one portion; their places count from its start.</summary>
    /// <exception cref="ArgumentException">It is nested deeper than Markdig goes.</exception>
    public static IReadOnlyList<Block> Of(string source, bool startsDocument)
    {
        var reader = new MarkdownBlocks(source);
        reader.Add(Markdown.Parse(source, startsDocument ? WithFrontMatter : WithoutFrontMatter));
        return reader._blocks;
    }

    private static MarkdownPipeline Build(MarkdownPipelineBuilder builder)
    {
        builder.UsePreciseSourceLocation().UsePipeTables();
        builder.BlockParsers.Insert(0, new AdmonitionParser());
        return builder.Build();
    }

    private void Add(ContainerBlock container)
    {
        foreach (var block in container.Where(block => block.Span.Start >= _readTo))
        {
            switch (block)
            {
                case YamlFrontMatterBlock or LinkReferenceDefinitionGroup or ThematicBreakBlock:
                    break;
                case HtmlBlock html:
                    AddHtml(html);
                    break;
                case not null when Read(block) is { Text.Length: > 0 } read:
                    _blocks.Add(read);
                    break;
            }
        }
    }

    private Block? Read(Markdig.Syntax.Block block)
    {
        var (start, end) = Place(block);
        return start >= end ? null : block switch
        {
            HeadingBlock heading => new Block(BlockKind.Heading, start, end, InlineText.Of(heading.Inline)) { Level = heading.Level },
            ParagraphBlock words => new Block(BlockKind.Paragraph, start, end, InlineText.Of(words.Inline))
            {
                Lead = BoldStart(words),
                OnlyLinks = InlineText.IsOnlyLinks(words.Inline),
            },
            CodeBlock code => new Block(BlockKind.Code, start, end, PlainText.Tidied(code.Lines.ToString())),
            Table table => TableBlocks.OfMarkdown(table, Words, Place),
            ListBlock list => ReadList(list, start, end),
            AdmonitionBlock note => new Block(BlockKind.Admonition, start, end, Words(note)) { Lead = note.Title },
            QuoteBlock quote => new Block(BlockKind.Quote, start, end, "> " + Words(quote).Replace("\n", "\n> ", StringComparison.Ordinal)),
            HtmlBlock html => new Block(BlockKind.Paragraph, start, end, HtmlText.Of(html.Lines.ToString())),
            ContainerBlock other => new Block(BlockKind.Paragraph, start, end, Words(other)),
            _ => null,
        };
    }

    private Block ReadList(ListBlock list, int start, int end)
    {
        var items = new List<Block>();
        var number = int.TryParse(list.OrderedStart, out var first) ? first : 1;
        var lines = new List<string>();
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var (from, to) = Place(item);
            if (Words(item) is { Length: > 0 } text && to > from)
            {
                lines.Add($"{(list.IsOrdered ? $"{number++}." : "-")} {PlainText.Hanging(text)}");
                items.Add(new Block(BlockKind.Item, from, to, text)
                {
                    Lead = item.FirstOrDefault() is ParagraphBlock words ? BoldStart(words) : "",
                    OnlyLinks = item.All(part => part is ParagraphBlock link && InlineText.IsOnlyLinks(link.Inline)),
                });
            }
        }

        return new Block(BlockKind.List, start, end, string.Join('\n', lines))
        {
            Parts = items,
            Ordered = list.IsOrdered,
            OnlyLinks = items.TrueForAll(item => item.OnlyLinks),
        };
    }

    private string Words(ContainerBlock container)
    {
        var parts = container.Select(Read).OfType<Block>().Where(part => part.Text.Length > 0).ToList();
        return string.Join('\n', parts.Select((part, at) => at > 0 && part.Kind != BlockKind.List ? "\n" + part.Text : part.Text)).Trim();
    }

    private static string BoldStart(ParagraphBlock words) =>
        words.Inline?.FirstChild is EmphasisInline { DelimiterCount: 2 } bold ? InlineText.Of(bold).TrimEnd(':', '：', '.', '。', ' ') : "";

    /// <summary>Markdown ends an HTML block at the first empty line; a table ends where it says so.</summary>
    private void AddHtml(HtmlBlock block)
    {
        var (start, end) = Place(block);
        if (string.Compare(_source, start, "<table", 0, 6, StringComparison.OrdinalIgnoreCase) == 0
            && _source.IndexOf("</table>", start, StringComparison.OrdinalIgnoreCase) is > 0 and var close)
        {
            _readTo = end = close + "</table>".Length;
            if (TableBlocks.OfHtml(_source[start..end], start) is { } table)
            {
                _blocks.Add(table);
                return;
            }
        }

        if (start < end && HtmlText.Of(_source[start..end]) is { Length: > 0 } text)
        {
            _blocks.Add(new Block(BlockKind.Paragraph, start, end, text));
        }
    }

    /// <summary>From the first to the last visible character. A container's own span ends where its last line began to be read.</summary>
    private (int Start, int End) Place(MarkdownObject block)
    {
        var (start, end) = (block.Span.Start, block.Span.End + 1);
        for (var last = block as ContainerBlock; last is { Count: > 0 }; last = last[^1] as ContainerBlock)
        {
            end = Math.Max(end, last[^1].Span.End + 1);
        }

        // The span of a fence that nobody closed ends in its first line.
        if (block is LeafBlock { Lines.Count: > 0 } leaf)
        {
            var line = leaf.Lines.Lines[leaf.Lines.Count - 1];
            end = Math.Max(end, line.Position + line.Slice.Length);
        }

        (start, end) = (Math.Clamp(start, 0, _source.Length), Math.Clamp(end, 0, _source.Length));
        while (end > start && char.IsWhiteSpace(_source[end - 1]))
        {
            end--;
        }

        while (start < end && char.IsWhiteSpace(_source[start]) && block is not CodeBlock)
        {
            start++;
        }

        return (start, end);
    }
}
