using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace SkillDistill.Distillation.Reading.Notes;

/// <summary>Tables, row by row, each cell under the name of its column.</summary>
internal static class TableBlocks
{
    public static Block OfMarkdown(Table table, Func<ContainerBlock, string> words, Func<MarkdownObject, (int Start, int End)> place)
    {
        var header = table.OfType<TableRow>().FirstOrDefault(row => row.IsHeader)?.OfType<TableCell>().Select(words).ToList() ?? [];
        var rows = table.OfType<TableRow>().Where(row => !row.IsHeader).Select(row =>
        {
            var (start, end) = place(row);
            return Row(header, [.. row.OfType<TableCell>().Select(words)], start, end);
        });
        var (first, last) = place(table);
        return Whole([.. rows.Where(row => row.Text.Length > 0)], header, first, last);
    }

    /// <param name="start">Where <paramref name="html"/> begins in the document.</param>
    public static Block? OfHtml(string html, int start)
    {
        if (HtmlText.Parse(html)?.QuerySelector("table") is not { } table)
        {
            return null;
        }

        var rows = table.QuerySelectorAll("tr").Where(row => row.Closest("table") == table && row.SourceReference is not null).ToList();
        List<string> header = rows.Count > 0 && rows[0].Children.All(cell => cell.TagName == "TH") ? [.. rows[0].Children.Select(HtmlText.Of)] : [];
        var blocks = new List<Block>();
        for (var at = header.Count > 0 ? 1 : 0; at < rows.Count; at++)
        {
            var from = rows[at].SourceReference!.Position.Index;
            var to = at + 1 < rows.Count ? rows[at + 1].SourceReference!.Position.Index : html.Length;
            var close = html.IndexOf("</tr>", from, Math.Max(0, to - from), StringComparison.OrdinalIgnoreCase);
            to = close < 0 ? to : close + "</tr>".Length;
            if (to > from)
            {
                blocks.Add(Row(header, [.. rows[at].Children.Select(HtmlText.Of)], start + from, start + to));
            }
        }

        return blocks.Count == 0 ? null : Whole([.. blocks.Where(row => row.Text.Length > 0)], header, start, start + html.Length);
    }

    private static Block Row(List<string> header, List<string> cells, int start, int end)
    {
        var lines = cells.Select((cell, column) => Cell(column < header.Count && cells.Count > 1 ? header[column] : "", cell)).Where(line => line.Length > 0);
        return new Block(BlockKind.Row, start, end, string.Join('\n', lines)) { Lead = cells.Count > 1 ? cells[0].Split('\n')[0] : "" };
    }

    private static string Cell(string column, string cell) => (column, cell) switch
    {
        (_, "") => "",
        ("", _) => cell,
        _ when cell.Contains('\n', StringComparison.Ordinal) => $"{column}:\n{cell}",
        _ => $"{column}: {cell}",
    };

    private static Block Whole(IReadOnlyList<Block> rows, List<string> header, int start, int end)
    {
        var named = header.Any(name => name.Length > 0);
        var text = string.Join(named ? "\n\n" : "\n", rows.Select(row => named ? row.Text : row.Text.Replace("\n", " | ", StringComparison.Ordinal)));
        return new Block(BlockKind.Table, start, end, text) { Parts = named ? rows : [] };
    }
}
