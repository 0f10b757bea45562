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

    /// <summary>The columns of the picture under their broader skills; those with none come last.</summary>
    public IReadOnlyList<SkillGroup> Columns { get; private set; } = [];

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
            ? text.Sentence(Coverage.TeamName, Coverage.Targets > 0, (totals.Gaps, totals.SinglePoints, totals.Thin), totals.Gaps + totals.SinglePoints + totals.Thin > 0 ? text.InTeam(Coverage.Label(Coverage.Worst[0].SkillId), Coverage.Worst[0].TeamId == Coverage.TeamId ? null : Coverage.TeamNames[Coverage.Worst[0].TeamId]) : null, since: null)
            : null;
        Columns =
        [
            .. Coverage.Skills.GroupBy(skill => Coverage.SkillNames[skill].Broader).OrderBy(group => group.Key.Length == 0).ThenBy(group => group.Key, StringComparer.CurrentCulture)
                .Select(group => new SkillGroup(group.Key, [.. group])),
        ];
        return Page();
    }
}
