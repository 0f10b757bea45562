using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Coverage;

/// <summary>One skill of a team, down to people and days and no further.</summary>
[Authorize(PeopleAuthorization.Manager)]
internal sealed class SkillModel(ReadSkillOfTeam read, ReadManagedTeams managed, KeepLooks keepLooks) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Team>? Team { get; set; }

    [BindProperty(SupportsGet = true)]
    public Id<Domain.Skills.Skill>? Skill { get; set; }

    /// <summary>How far ahead, in months: now, 6 or 18.</summary>
    [BindProperty(SupportsGet = true)]
    public Horizon Horizon { get; set; }

    /// <summary>Which page of the people, counted from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public SkillOfTeam Known { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Team = ModelState.IsValid ? managed.Choose(Team) : null;
        if (Team is not { } team || Skill is not { } skill || await read.Async(team, skill, Horizon, P, cancellationToken) is not { } known)
        {
            return NotFound();
        }

        Known = known;
        await keepLooks.AtAsync(known.People.Select(person => person.Person.PersonId), cancellationToken);
        return Page();
    }
}
