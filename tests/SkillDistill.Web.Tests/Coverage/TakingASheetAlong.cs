using System.Globalization;
using System.Net;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Consent;

namespace SkillDistill.Web.Tests.Coverage;

/// <summary>The sheet says what the page says; no spreadsheet takes a name for a formula, and who stands in it learns of it.</summary>
public sealed class TakingASheetAlong : IDisposable
{
    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task It_has_the_lines_of_the_page_and_is_read_again_as_it_was_written()
    {
        var dafydd = await (await _house.SignedInAsync("dafydd")).OpenAsync("/coverage");
        var page = dafydd.Page.QuerySelectorAll(".coverage-lines tbody tr").Select(row => row.QuerySelector("th")!.TextContent.Trim()).ToList();

        var sheet = await SheetAsync(dafydd);

        Assert.Equal(page, sheet.Select(row => row[1]));
        var mine = Assert.Single(sheet, row => row[1] == "Incident command");
        Assert.Equal(["Platform & Operations", "Incident command", "Single point of failure", "4", "3", "Mei Tan", ""], mine.Take(7));
        Assert.Matches(@"^Mei Tan \d{4}-\d\d-\d\d$", mine[7]);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"https://evil.example\")")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("plain, with \"quotes\" and a comma")]
    public async Task What_looks_like_a_formula_is_led_in_by_an_apostrophe_and_all_else_is_as_it_was(string name)
    {
        await _house.InStoreAsync(async db =>
        {
            var mei = await db.People.SingleAsync(person => person.Email == "mei@lindenau.example");
            mei.Describe(name, mei.JobTitle);
            return await db.SaveChangesAsync();
        });

        var sheet = await SheetAsync(await (await _house.SignedInAsync("dafydd")).OpenAsync("/coverage"));

        var expected = "=+-@".Contains(name[0], StringComparison.Ordinal) ? $"'{name}" : name;
        Assert.Equal(expected, Assert.Single(sheet, row => row[1] == "Incident command")[5]);
    }

    [Fact]
    public async Task Whoever_stands_in_it_learns_who_took_it_and_nobody_else_gets_one()
    {
        var dafydd = await (await _house.SignedInAsync("dafydd")).OpenAsync("/ask");
        await SheetAsync(dafydd);
        Assert.Contains("Dafydd", (await (await _house.SignedInAsync("mei")).OpenAsync("/questions")).Shown("main"), StringComparison.Ordinal);

        await _house.WithdrawsAsync("mei", Purpose.ShowNamedCoverage);
        Assert.DoesNotContain(await SheetAsync(dafydd), row => row.Any(cell => cell.Contains("Mei Tan", StringComparison.Ordinal)));
        Assert.NotEqual(HttpStatusCode.OK, (await (await _house.SignedInAsync("tunde")).OpenAsync("/coverage?handler=Sheet")).Status);
        var other = await _house.InStoreAsync(db => db.Teams.Where(team => team.ParentId == null).Select(team => team.Id).FirstAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await dafydd.OpenAsync($"/coverage?handler=Sheet&team={other}")).Status);
    }

    /// <summary>The rows below the heads of the columns.</summary>
    private static async Task<List<string[]>> SheetAsync(Visitor manager)
    {
        using var response = await manager.Http.GetAsync(new Uri("/coverage?handler=Sheet", UriKind.Relative));
        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal([0xEF, 0xBB, 0xBF], (await response.Content.ReadAsByteArrayAsync()).Take(3));
        using var csv = new CsvParser(new StreamReader(await response.Content.ReadAsStreamAsync()), CultureInfo.InvariantCulture);
        var rows = new List<string[]>();
        while (await csv.ReadAsync())
        {
            rows.Add(csv.Record!);
        }

        Assert.Equal(12, rows[0].Length);
        return rows[1..];
    }
}
