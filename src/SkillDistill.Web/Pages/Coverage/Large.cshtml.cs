using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.Coverage.Large;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Coverage;

/// <summary>Where a team of very many people is thin: by team, and by name only where everything rests on one.</summary>
[Authorize(PeopleAuthorization.Manager)]
internal sealed class LargeModel(ReadLargeCoverage read, LargeTeams largeTeams, ReadManagedTeams managed, KeepLooks keepLooks, IStringLocalizer<CoverageText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Team>? Team { get; set; }

    public LargeCoverage Coverage { get; private set; } = null!;

    /// <summary>Null where it was not reckoned yet.</summary>
    public string? Sentence { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || managed.Choose(Team) is not { } team)
        {
            return NotFound();
        }

        if (!await largeTeams.IncludeAsync(team, cancellationToken))
        {
            return RedirectToPage("Index", new { team });
        }

        Coverage = await read.OfAsync(team, cancellationToken);
        await keepLooks.AtAsync(Coverage.Alone.Select(alone => alone.PersonId).Distinct(), cancellationToken);
        Sentence = Coverage.Totals is { } totals
            ? text.Sentence(Coverage.TeamName, Coverage.Targets > 0, (totals.Gaps, totals.SinglePoints, totals.Thin), Coverage.Thinnest is { } thinnest ? Named(thinnest) : null, since: null)
            : null;
        return Page();
    }

    private string Named(LargeCell line) => text.InTeam(Coverage.Label(line.SkillId), line.TeamId == Coverage.TeamId ? null : Coverage.TeamNames[line.TeamId]);
}
