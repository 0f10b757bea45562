using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Coverage;

/// <summary>Where a manager's teams are thin. It leads to nobody's words.</summary>
[Authorize(PeopleAuthorization.Manager)]
internal sealed class IndexModel(CoverageOfTeam coverageOfTeam, ReadManagedTeams managed, KeepLooks keepLooks, ReadMonths readMonths, SaveViews saveViews, CoverageSheet sheet, TimeProvider clock, IStringLocalizer<CoverageText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Team>? Team { get; set; }

    [BindProperty(SupportsGet = true, Name = "")]
    public CoverageFilter Filter { get; set; } = new();

    public IReadOnlyList<ManagedTeam> Teams { get; private set; } = [];

    public IReadOnlyList<SavedView> Saved { get; private set; } = [];

    public ShownCoverage Shown { get; private set; } = null!;

    public CoverageView View => Shown.View;

    public string Sentence { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
        {
            return NotFound();
        }

        Teams = await managed.Async(cancellationToken);
        Saved = await saveViews.UsableAsync(cancellationToken);
        Sentence = Summarise();
        return Page();
    }

    /// <summary>What the page says, as a sheet. Whoever stands in it is told of the look as on the page.</summary>
    public async Task<IActionResult> OnGetSheetAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken) ? File(sheet.Write(Shown), Sheets.MediaType, Named("csv")) : NotFound();

    /// <summary>The same as a workbook.</summary>
    public async Task<IActionResult> OnGetWorkbookAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken) ? File(sheet.WriteWorkbook(Shown), Workbooks.MediaType, Named("xlsx")) : NotFound();

    private string Named(string ending) => $"coverage-{clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.{ending}";

    /// <returns>False where it is no team of this manager's.</returns>
    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || managed.Choose(Team) is not { } team)
        {
            return false;
        }

        Team = team;
        var months = await readMonths.OfAsync(team, skill: null, cancellationToken);
        Shown = new ShownCoverage(await coverageOfTeam.ReadAsync(team, Filter.Horizon, cancellationToken, [.. months.Skills]), Filter, months);
        await keepLooks.AtAsync(Shown.Named, cancellationToken);
        return true;
    }

    private string Summarise()
    {
        var (gaps, single, thin) = (View.Count(CoverageState.Gap), View.Count(CoverageState.SinglePointOfFailure), View.Count(CoverageState.Thin));
        if (View.Lines.All(line => line.State == CoverageState.NoTarget))
        {
            return text["Sentence.NoTargets", View.TeamName];
        }

        if (View.Thinnest is not { } thinnest)
        {
            return text["Sentence.Covered", View.TeamName];
        }

        var parts = new[] { (gaps, "Gaps"), (single, "Singles"), (thin, "Thins") }.Where(part => part.Item1 > 0)
            .Select(part => text[$"Sentence.{part.Item2}.{(part.Item1 == 1 ? "One" : "Many")}", part.Item1].Value);
        var (counts, name) = (string.Join(text["Sentence.Comma"], parts), View.Label(thinnest.SkillId));
        return Shown.Since(thinnest) is { } since ? text["Sentence.Since", View.TeamName, counts, name, text.Since(since)] : text["Sentence", View.TeamName, counts, name];
    }
}
