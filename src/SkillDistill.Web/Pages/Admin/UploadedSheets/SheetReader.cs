using SkillDistill.Domain;
using SkillDistill.Web.Hosting;

namespace SkillDistill.Web.Pages.Admin.UploadedSheets;

/// <summary>One kind of sheet: which columns it has, in CSV with commas, semicolons or tabs. What its cells mean is for others to say.</summary>
internal sealed class SheetReader
{
    /// <summary>Lines of a sheet, its heads aside.</summary>
    public const int MostLines = 20_000;

    private readonly IReadOnlyList<SheetColumn> _columns;
    private readonly Dictionary<string, SheetColumn> _byHead;

    public SheetReader(params SheetColumn[] columns)
    {
        _columns = columns;
        _byHead = columns.SelectMany(column => column.Heads.Select(head => (head, column))).ToDictionary(named => named.head, named => named.column, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The lines that have anything in them.</summary>
    public Outcome<IReadOnlyList<SheetRow>> Read(string text)
    {
        using var csv = new CsvLines(text);
        if (!csv.Read())
        {
            return csv.Refusal ?? new SheetEmpty();
        }

        var heads = csv.Cells.Select((head, at) => (Column: _byHead.GetValueOrDefault(head.ToPlainLine()), At: at)).Where(head => head.Column is not null).ToLookup(head => head.Column!, head => head.At);
        if (heads.FirstOrDefault(head => head.Count() > 1) is { } twice)
        {
            return new SheetWithColumnTwice(twice.Key.Name);
        }

        if (_columns.Where(column => !column.MayBeMissing && !heads.Contains(column)).ToList() is { Count: > 0 } missing)
        {
            return new SheetWithoutColumns(string.Join(", ", missing.Select(column => column.Name)));
        }

        return Rows(csv, heads.ToDictionary(head => head.Key, head => head.First()));
    }

    /// <param name="rows">Cells in the order of the columns; an empty one is null.</param>
    /// <returns>A sheet that is read again as it was written.</returns>
    public byte[] Write(IEnumerable<IEnumerable<string?>> rows) => Sheets.Write([_columns.Select(column => column.Name), .. rows.Select(row => row.Select(Guarded))]);

    /// <summary>Without the apostrophe that keeps a spreadsheet from taking it for a formula.</summary>
    public static string Plain(string cell) => cell.Length > 1 && cell[0] == '\'' && IsFormula(cell.TrimStart('\'')) ? cell[1..] : cell;

    /// <summary>With one more, where a cell begins as those do that were led in.</summary>
    public static string? Guarded(string? cell) => cell?.Length > 1 && cell[0] == '\'' && IsFormula(cell.TrimStart('\'')) ? $"'{cell}" : cell;

    private static Outcome<IReadOnlyList<SheetRow>> Rows(CsvLines csv, Dictionary<SheetColumn, int> at)
    {
        var rows = new List<SheetRow>();
        while (csv.Read())
        {
            if (rows.Count == MostLines)
            {
                return new SheetTooLong(MostLines);
            }

            rows.Add(new SheetRow(csv.Number, at.ToDictionary(column => column.Key, column => Plain(csv.Cells[column.Value]))));
        }

        return csv.Refusal is { } refusal ? refusal : rows.Count == 0 ? new SheetEmpty() : rows;
    }

    private static bool IsFormula(string cell) => cell is ['=' or '+' or '-' or '@', ..];
}

/// <param name="heads">What the first line may call it, in whichever case; by the first it is written and asked for.</param>
internal sealed class SheetColumn(params string[] heads)
{
    public IReadOnlyList<string> Heads => heads;

    public string Name => heads[0];

    /// <summary>As in sheets of earlier releases: its cells are empty then.</summary>
    public bool MayBeMissing { get; init; }
}

/// <param name="Number">Of the line in the file, the heads of the columns being 1.</param>
internal sealed record SheetRow(int Number, IReadOnlyDictionary<SheetColumn, string> Cells)
{
    /// <summary>Empty where the sheet has no such column.</summary>
    public string this[SheetColumn column] => Cells.GetValueOrDefault(column, "");
}

internal sealed record SheetWithoutColumns(string Missing) : Refusal
{
    public override string? Field => nameof(SheetPageModel.Upload);

    public override IReadOnlyList<object> Arguments => [Missing];
}

internal sealed record SheetWithColumnTwice(string Column) : Refusal
{
    public override string? Field => nameof(SheetPageModel.Upload);

    public override IReadOnlyList<object> Arguments => [Column];
}

internal sealed record SheetTooLong(int Lines) : Refusal
{
    public override string? Field => nameof(SheetPageModel.Upload);

    public override IReadOnlyList<object> Arguments => [Lines];
}
