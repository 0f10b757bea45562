using System.Globalization;
using MiniExcelLibs;
using SkillDistill.Domain;
using SkillDistill.Web.Pages.Admin.UploadedSheets;

namespace SkillDistill.Web.Pages.Admin.Taxonomy;

/// <summary>A file of rows, whatever it was written with: CSV with commas, semicolons or tabs, or the first sheet of a workbook.</summary>
internal sealed class Table
{
    private readonly Dictionary<string, int> _heads;

    private Table(IReadOnlyList<string> heads, IReadOnlyList<TableRow> rows)
    {
        (Heads, Rows) = (heads, rows);
        _heads = heads.Select((head, at) => (head, at)).GroupBy(head => head.head, StringComparer.OrdinalIgnoreCase).ToDictionary(head => head.Key, head => head.First().at, StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<string> Heads { get; }

    public IReadOnlyList<TableRow> Rows { get; }

    public bool Has(params string[] heads) => Array.TrueForAll(heads, _heads.ContainsKey);

    /// <summary>Empty where the row ends before it, or the file has no such column.</summary>
    public string Cell(TableRow row, string head) => _heads.TryGetValue(head, out var at) && at < row.Cells.Count ? row.Cells[at] : "";

    public static Outcome<Table> OfText(string text)
    {
        using var csv = new CsvLines(text);
        var table = Of(Lines());
        return csv.Refusal is { } refusal ? refusal : table;

        IEnumerable<TableRow> Lines()
        {
            while (csv.Read())
            {
                yield return new TableRow(csv.Number, csv.Cells);
            }
        }
    }

    public static Outcome<Table> OfWorkbook(Stream workbook)
    {
        try
        {
            return Of(workbook.Query(useHeaderRow: false).Cast<IDictionary<string, object?>>()
                .Select((row, at) => new TableRow(at + 1, [.. row.Values.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture)?.Trim() ?? "")])));
        }
        catch (Exception broken) when (broken is InvalidDataException or InvalidOperationException or System.Xml.XmlException or NotSupportedException or KeyNotFoundException or ArgumentException or IOException)
        {
            return new WorkbookUnreadable();
        }
    }

    private static Outcome<Table> Of(IEnumerable<TableRow> rows)
    {
        IReadOnlyList<string>? heads = null;
        var kept = new List<TableRow>();
        foreach (var row in rows.Where(row => row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell))))
        {
            if (heads is null)
            {
                heads = [.. row.Cells.Select(head => head.ToPlainLine())];
            }
            else if (kept.Count == ReadTaxonomy.MostConcepts)
            {
                return new SheetTooLong(ReadTaxonomy.MostConcepts);
            }
            else
            {
                kept.Add(row);
            }
        }

        return heads is null || kept.Count == 0 ? new SheetEmpty() : new Table(heads, kept);
    }
}

/// <param name="Number">Of the line in the file, the heads of the columns being 1.</param>
internal sealed record TableRow(int Number, IReadOnlyList<string> Cells);

internal sealed record WorkbookUnreadable : Refusal
{
    public override string? Field => "Upload";
}
