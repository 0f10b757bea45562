using System.Diagnostics;
using System.Globalization;
using CsvHelper;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Web.Hosting;

namespace SkillDistill.Web.Tests.Coverage;

/// <summary>The workbook says what the sheet says, opens, and holds no formula.</summary>
public sealed class TakingAWorkbookAlong : IDisposable
{
    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task It_is_a_valid_workbook_with_the_cells_of_the_sheet()
    {
        var dafydd = await _house.SignedInAsync("dafydd");
        var sheet = await SheetAsync(dafydd);

        using var response = await dafydd.Http.GetAsync(new Uri("/coverage?handler=Workbook", UriKind.Relative));
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", response.Content.Headers.ContentType!.MediaType);
        using var book = SpreadsheetDocument.Open(new MemoryStream(await response.Content.ReadAsByteArrayAsync()), isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(book).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        Assert.Equal(sheet, Rows(book));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "'\nx")]
    [InlineData("a=1", "a=1")]
    [InlineData("<b>&\u0001技能 🎈", "<b>&技能 🎈")]
    [InlineData("", "")]
    public void No_cell_is_a_formula_or_becomes_one(string written, string read)
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(Workbooks.Write("A [sheet]: of\\any/name?", [["Head"], [written]])), isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(book));
        Assert.Equal([["Head"], [read]], Rows(book));
        Assert.Empty(book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<CellFormula>());
    }

    [Fact]
    public void Numbers_are_numbers_and_the_same_rows_are_the_same_bytes()
    {
        byte[] Write() => Workbooks.Write("Numbers", [["Head", null], ["12", null]]);

        using var book = SpreadsheetDocument.Open(new MemoryStream(Write()), isEditable: false);
        Assert.Equal(CellValues.Number, book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Cell>().ElementAt(2).DataType!.Value);
        Assert.Equal(Write(), Write());
    }

    [LibreOfficeFact]
    public async Task LibreOffice_opens_it_and_reads_what_the_sheet_says()
    {
        await _house.InStoreAsync(async db =>
        {
            var mei = await db.People.SingleAsync(person => person.Email == "mei@lindenau.example");
            mei.Describe("=HYPERLINK(\"https://evil.example\")", mei.JobTitle);
            return await db.SaveChangesAsync();
        });
        var dafydd = await _house.SignedInAsync("dafydd");
        var folder = Directory.CreateTempSubdirectory("skilldistill-workbook");
        try
        {
            var path = Path.Combine(folder.FullName, "coverage.xlsx");
            await File.WriteAllBytesAsync(path, await dafydd.Http.GetByteArrayAsync(new Uri("/coverage?handler=Workbook", UriKind.Relative)));
            using var office = Process.Start(new ProcessStartInfo(LibreOfficeFactAttribute.Program!, ["--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", folder.FullName, $"-env:UserInstallation=file://{folder.FullName}/profile", path]))!;
            await office.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(3));

            using var csv = new CsvParser(new StreamReader(Path.Combine(folder.FullName, "coverage.csv")), CultureInfo.InvariantCulture);
            Assert.Equal(await SheetAsync(dafydd), await ReadAsync(csv));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<string[]> Rows(SpreadsheetDocument book) =>
        [.. book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InlineString?.InnerText ?? cell.CellValue?.Text ?? "").ToArray())];

    private static async Task<List<string[]>> SheetAsync(Visitor manager)
    {
        using var csv = new CsvParser(new StreamReader(await manager.Http.GetStreamAsync(new Uri("/coverage?handler=Sheet", UriKind.Relative))), CultureInfo.InvariantCulture);
        return await ReadAsync(csv);
    }

    private static async Task<List<string[]>> ReadAsync(CsvParser csv)
    {
        var rows = new List<string[]>();
        while (await csv.ReadAsync())
        {
            rows.Add(csv.Record!);
        }

        return rows;
    }
}

/// <summary>Runs where LibreOffice is installed, and is reported as skipped by name where it is not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LibreOfficeFactAttribute : FactAttribute
{
    public LibreOfficeFactAttribute() => Skip = Program is null ? "LibreOffice (soffice) is not installed here." : null;

    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).SelectMany(folder => new[] { "soffice", "libreoffice" }.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
}
