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

/// <summary>Where a team of very many people is thin: by team, and by name only where everything rests on one.</summary>
[Authorize(PeopleAuthorization.Manager)]
internal sealed class LargeModel(ReadLargeCoverage read, ReadLargeLines readLines, LargeTeams largeTeams, ReadManagedTeams managed, KeepLooks keepLooks, SaveViews saveViews, LargeSheet sheet, IStringLocalizer<CoverageText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Team>? Team { get; set; }

    [BindProperty(SupportsGet = true, Name = "")]
    public CoverageFilter Filter { get; set; } = new();

    public IReadOnlyList<SavedView> Saved { get; private set; } = [];

    /// <summary>The teams from which all others of this manager are reached.</summary>
    public IReadOnlyList<Id<Team>> Topmost { get; private set; } = [];

    public LargeCoverage Coverage { get; private set; } = null!;

    public NextSteps Next { get; private set; } = null!;

    /// <summary>Null where it was not reckoned yet.</summary>
    public string? Sentence { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await RefusedAsync(cancellationToken) is { } instead)
        {
            return instead;
        }

        Coverage = await read.OfAsync(Team!.Value, Filter, cancellationToken);
        Topmost = managed.Topmost();
        Saved = await saveViews.UsableAsync(cancellationToken);
        await keepLooks.AtAsync(Coverage.Alone.Select(alone => alone.PersonId).Distinct(), cancellationToken);
        Next = NextSteps.Of(Coverage);
        Sentence = Coverage.People is null ? null : text.Sentence(Coverage.TeamName, Coverage.Standing, Next.Thinnest, Coverage.Thinnest is { } line ? Coverage.Since(line) : null);
        return Page();
    }

    /// <summary>All targets, not the worst alone, as a sheet.</summary>
    public Task<IActionResult> OnGetSheetAsync(CancellationToken cancellationToken) => TakeAsync(lines => this.Sheet(sheet.Rows(lines), lines.On), cancellationToken);

    /// <summary>The same as a workbook.</summary>
    public Task<IActionResult> OnGetWorkbookAsync(CancellationToken cancellationToken) => TakeAsync(lines => this.Workbook(text["Title"], sheet.Rows(lines), lines.On), cancellationToken);

    private async Task<IActionResult> TakeAsync(Func<LargeLines, IActionResult> write, CancellationToken cancellationToken) =>
        await RefusedAsync(cancellationToken) ?? (await readLines.AllAsync(Team!.Value, Filter, cancellationToken) is { } lines ? write(lines) : RedirectToPage("Large", Filter.Routes(Team.Value)));

    /// <returns>What is answered where it is no team of this manager's, or one that has another page.</returns>
    private async Task<IActionResult?> RefusedAsync(CancellationToken cancellationToken)
    {
        Team = ModelState.IsValid ? managed.Choose(Team) : null;
        return Team is not { } team ? NotFound() : await largeTeams.IncludeAsync(team, cancellationToken) ? null : RedirectToPage("Index", Filter.Routes(team));
    }

    public string NameOf(Id<Team> team) => managed.NameOf(team);
}
