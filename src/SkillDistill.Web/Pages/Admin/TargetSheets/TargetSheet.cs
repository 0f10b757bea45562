using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using SkillDistill.Domain;
using SkillDistill.Web.Hosting;

namespace SkillDistill.Web.Pages.Admin.TargetSheets;

/// <summary>Targets as a sheet: one line for each team, skill and day, in CSV with commas, semicolons or tabs, in UTF-8 or UTF-16. What its cells mean is for others to say.</summary>
internal static class TargetSheet
{
    public const int LargestFile = 5 * 1024 * 1024;
    public const int MostLines = 20_000;

    private static readonly Dictionary<string, Column> Heads = new(StringComparer.OrdinalIgnoreCase)
    {
        ["team"] = Column.Team,
        ["团队"] = Column.Team,
        ["skill"] = Column.Skill,
        ["技能"] = Column.Skill,
        ["level"] = Column.Level,
        ["等级"] = Column.Level,
        ["people"] = Column.People,
        ["人数"] = Column.People,
        ["from"] = Column.From,
        ["自"] = Column.From,
        ["reach"] = Column.Reach,
        ["范围"] = Column.Reach,
    };

    /// <summary>Those that sheets of earlier releases have: the others may be missing.</summary>
    private static readonly Column[] Needed = [Column.Team, Column.Skill, Column.Level, Column.People];

    private enum Column
    {
        Team,
        Skill,
        Level,
        People,
        From,
        Reach,
    }

    /// <summary>The letters of a file, by its mark or as UTF-8.</summary>
    public static Outcome<string> Decode(byte[] bytes)
    {
        try
        {
            using var letters = new StreamReader(new MemoryStream(bytes), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            return letters.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            return new SheetNotUnicode();
        }
    }

    public static Outcome<IReadOnlyList<SheetLine>> Read(string text)
    {
        using var csv = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true,
            DetectDelimiterValues = [",", ";", "\t"],
            TrimOptions = TrimOptions.Trim,
            IgnoreBlankLines = true,
            BadDataFound = null,
        });
        if (!csv.Read())
        {
            return new SheetEmpty();
        }

        var columns = csv.Record!.Select((head, at) => (head, at)).Where(cell => Heads.ContainsKey(cell.head)).GroupBy(cell => Heads[cell.head]).ToDictionary(column => column.Key, column => column.First().at);
        if (Needed.Where(column => !columns.ContainsKey(column)).ToList() is { Count: > 0 } missing)
        {
            return new SheetWithoutColumns(string.Join(", ", missing.Select(column => column.ToString().ToLowerInvariant())));
        }

        var lines = new List<SheetLine>();
        while (csv.Read())
        {
            if (lines.Count == MostLines)
            {
                return new SheetTooLong(MostLines);
            }

            string Cell(Column column) => columns.TryGetValue(column, out var at) && at < csv.Record!.Length ? Plain(csv.Record[at]) : "";
            lines.Add(new SheetLine(csv.RawRow, Cell(Column.Team), Cell(Column.Skill), Cell(Column.Level), Cell(Column.People), Cell(Column.From), Cell(Column.Reach)));
        }

        return lines.Count == 0 ? new SheetEmpty() : lines;
    }

    /// <returns>A sheet that is read again as it was written.</returns>
    public static byte[] Write(IEnumerable<SheetLine> lines) => Sheets.Write(
        [["team", "skill", "level", "people", "from", "reach"], .. lines.Select(line => (string?[])[line.Team, line.Skill, line.Level, line.People, line.From, line.Reach])]);

    /// <summary>Without the apostrophe that keeps a spreadsheet from taking it for a formula.</summary>
    private static string Plain(string cell) => cell is ['\'', '=' or '+' or '-' or '@', ..] ? cell[1..] : cell;
}

/// <param name="Number">Of the line in the file, the heads of the columns being 1.</param>
/// <param name="From">Empty where it always held, and in sheets without such a column.</param>
/// <param name="Reach">Empty where it is to stay as it is.</param>
internal sealed record SheetLine(int Number, string Team, string Skill, string Level, string People, string From = "", string Reach = "");

internal sealed record SheetEmpty : Refusal
{
    public override string? Field => "Upload";
}

internal sealed record SheetNotUnicode : Refusal
{
    public override string? Field => "Upload";
}

internal sealed record SheetWithoutColumns(string Missing) : Refusal
{
    public override string? Field => "Upload";

    public override IReadOnlyList<object> Arguments => [Missing];
}

internal sealed record SheetTooLong(int Lines) : Refusal
{
    public override string? Field => "Upload";

    public override IReadOnlyList<object> Arguments => [Lines];
}

internal sealed record SheetTooLarge(int Megabytes) : Refusal
{
    public override string? Field => "Upload";

    public override IReadOnlyList<object> Arguments => [Megabytes];
}
