using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.Coverage.Large;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Coverage;

/// <summary>Where a manager's teams are thin. It leads to nobody's words.</summary>
[Authorize(PeopleAuthorization.Manager)]
internal sealed class IndexModel(CoverageOfTeam coverageOfTeam, ReadManagedTeams managed, LargeTeams largeTeams, KeepLooks keepLooks, ReadMonths readMonths, SaveViews saveViews, CoverageSheet sheet, TimeProvider clock, IStringLocalizer<CoverageText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Team>? Team { get; set; }

    [BindProperty(SupportsGet = true, Name = "")]
    public CoverageFilter Filter { get; set; } = new();

    public IReadOnlyList<ManagedTeam> Teams { get; private set; } = [];

    public IReadOnlyList<SavedView> Saved { get; private set; } = [];

    public ShownCoverage Shown { get; private set; } = null!;

    public CoverageView View => Shown.View;

    public NextSteps Next { get; private set; } = null!;

    public string Sentence { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await RefusedAsync(cancellationToken) is { } instead)
        {
            return instead;
        }

        Teams = managed.All();
        Saved = await saveViews.UsableAsync(cancellationToken);
        Next = NextSteps.Of(View);
        Sentence = text.Sentence(View.TeamName, Standing.Of(View.Lines.Select(line => line.State)), Next.Thinnest, View.Thinnest is { } line ? Shown.Since(line) : null);
        return Page();
    }

    /// <summary>What the page says, as a sheet. Whoever stands in it is told of the look as on the page.</summary>
    public async Task<IActionResult> OnGetSheetAsync(CancellationToken cancellationToken) => await RefusedAsync(cancellationToken) ?? this.Sheet(sheet.Rows(Shown), Shown.On);

    /// <summary>The same as a workbook.</summary>
    public async Task<IActionResult> OnGetWorkbookAsync(CancellationToken cancellationToken) => await RefusedAsync(cancellationToken) ?? this.Workbook(text["Title"], sheet.Rows(Shown), Shown.On);

    /// <returns>What is answered where it is no team of this manager's, or one that has another page; null where it was read.</returns>
    private async Task<IActionResult?> RefusedAsync(CancellationToken cancellationToken)
    {
        Team = managed.Choose(Team);
        if (await largeTeams.InsteadAsync(this, Team, Filter, cancellationToken) is { } instead)
        {
            return instead;
        }

        var team = Team!.Value;
        var months = await readMonths.OfAsync(team, cancellationToken);
        Shown = new ShownCoverage(await coverageOfTeam.ReadAsync(team, Filter.Horizon, cancellationToken, [.. months.Skills]), Filter, months) { On = Filter.Horizon.From(CoverageLook.DayOf(clock.GetUtcNow())) };
        await keepLooks.AtAsync(Shown.Named, cancellationToken);
        return null;
    }
}
