using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.Coverage.Large;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Coverage;

/// <summary>How the targets of a team of very many people stood month by month. A page of its own, since of a whole company it is hundreds of thousands of words to count.</summary>
[Authorize(PeopleAuthorization.Manager)]
internal sealed class LargeMonthsModel(ReadLargeMonths read, LargeTeams largeTeams, ReadManagedTeams managed) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Team>? Team { get; set; }

    public ToldMonths Told { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Team = ModelState.IsValid ? managed.Choose(Team) : null;
        if (Team is not { } team)
        {
            return NotFound();
        }

        if (!await largeTeams.IncludeAsync(team, cancellationToken))
        {
            return RedirectToPage("Index", new { team });
        }

        if (await read.ToldAsync(team, cancellationToken) is not { } told)
        {
            return RedirectToPage("Large", new { team });
        }

        Told = told;
        return Page();
    }
}
