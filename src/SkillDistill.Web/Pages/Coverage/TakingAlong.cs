using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SkillDistill.Web.Hosting;

namespace SkillDistill.Web.Pages.Coverage;

/// <summary>What a page of coverage says, as a file to take along.</summary>
internal static class TakingAlong
{
    /// <param name="rows">The heads of the columns first.</param>
    /// <param name="on">The day of which they speak.</param>
    public static FileContentResult Sheet(this PageModel page, IReadOnlyList<string?[]> rows, DateOnly on) => page.File(Sheets.Write(rows), Sheets.MediaType, Named(on, "csv"));

    /// <summary>The same as a workbook.</summary>
    public static FileContentResult Workbook(this PageModel page, string title, IReadOnlyList<string?[]> rows, DateOnly on) => page.File(Workbooks.Write(title, rows), Workbooks.MediaType, Named(on, "xlsx"));

    private static string Named(DateOnly on, string ending) => $"coverage-{on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.{ending}";
}

/// <summary>From which page it is taken, and what of it.</summary>
internal sealed record ToTakeAlong(string Page, IDictionary<string, string?> Routes);
