using DocumentFormat.OpenXml.Wordprocessing;

namespace SkillDistill.Distillation.Reading.Uploads;

/// <summary>A table as rows between bars; its first row stands for the heads.</summary>
internal static class WordTables
{
    public static string Markdown(Table table)
    {
        var rows = table.Elements<TableRow>().Select(row => row.Elements<TableCell>().Select(Cell).ToList()).Where(row => row.Count > 0).ToList();
        if (rows.Count == 0)
        {
            return "";
        }

        var width = rows.Max(row => row.Count);
        return string.Join('\n', rows.Select(row => Line(row, width)).Take(1).Append(Line([.. Enumerable.Repeat("---", width)], width)).Concat(rows.Skip(1).Select(row => Line(row, width))));
    }

    private static string Line(List<string> cells, int width) => $"| {string.Join(" | ", cells.Concat(Enumerable.Repeat("", width - cells.Count)))} |";

    private static string Cell(TableCell cell) => string.Join(' ', cell.Descendants<Paragraph>().Select(WordStyles.Text).Where(text => text.Length > 0)).Replace('\n', ' ').Replace("|", "\\|", StringComparison.Ordinal);
}
