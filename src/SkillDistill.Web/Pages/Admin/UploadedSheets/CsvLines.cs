using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using SkillDistill.Domain;

namespace SkillDistill.Web.Pages.Admin.UploadedSheets;

/// <summary>
/// The lines of a CSV file with commas, semicolons or tabs, whichever there are most of, up to the first that is not written as such: one with another number of cells than the first has, or with a quotation mark that is not
/// closed, which would swallow the lines that follow.
/// </summary>
internal sealed class CsvLines : IDisposable
{
    private readonly CsvParser _csv;
    private bool _isQuotedBadly;
    private int? _width;

    public CsvLines(string text) => _csv = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
    {
        DetectDelimiter = true,
        DetectDelimiterValues = [",", ";", "\t"],
        TrimOptions = TrimOptions.Trim,
        IgnoreBlankLines = true,
        BadDataFound = _ => _isQuotedBadly = true,
    });

    public IReadOnlyList<string> Cells { get; private set; } = [];

    /// <summary>The line of the file on which the one that was read last begins, from 1 on; the parser says where it ends, which is further down where a cell holds line ends.</summary>
    public int Number => _csv.RawRow - _csv.RawRecord.Trim('\r', '\n').ReplaceLineEndings("\n").Count(letter => letter == '\n');

    /// <summary>Why no more is read; null as long as everything was as it should be.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>The next line with anything in it.</summary>
    public bool Read()
    {
        while (Refusal is null && _csv.RawRow is var before && _csv.Read())
        {
            Cells = _csv.Record!;
            if (_isQuotedBadly)
            {
                // The parser may have taken the rest of the file for one cell, so that its end says nothing.
                Refusal = new SheetLineQuotedBadly(before + 1);
            }
            else if (Cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))
            {
                _width ??= Cells.Count;
                Refusal = Cells.Count == _width ? null : new SheetLineUneven(Number, Cells.Count, _width.Value);
                return Refusal is null;
            }
        }

        return false;
    }

    public void Dispose() => _csv.Dispose();
}

internal sealed record SheetLineUneven(int Line, int Cells, int Heads) : Refusal
{
    public override string? Field => nameof(SheetPageModel.Upload);

    public override IReadOnlyList<object> Arguments => [Line, Cells, Heads];
}

internal sealed record SheetLineQuotedBadly(int Line) : Refusal
{
    public override string? Field => nameof(SheetPageModel.Upload);

    public override IReadOnlyList<object> Arguments => [Line];
}
