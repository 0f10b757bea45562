using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Admin;

/// <summary>The step before a team is taken away: what goes with it, what is kept, or what stands in the way.</summary>
[Authorize(PeopleAuthorization.Admin)]
internal sealed class RemoveTeamModel(SkillDistillDb db, ArrangeTeams arrange, IStringLocalizer<AdminText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Team> Id { get; set; }

    public EmptyTeam Team { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ModelState.IsValid && await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return NotFound();
        }

        // Whoever presses twice finds it gone, and its page says since when.
        var removed = await arrange.RemoveAsync(Id, cancellationToken);
        if (removed is null)
        {
            return RedirectToPage("Team", new { Id });
        }

        if (removed.Refused(out var refusal))
        {
            this.Refuse(refusal);
            return await LoadAsync(cancellationToken) ? Page() : NotFound();
        }

        this.Say(text["Team.Removed.Said", removed.Value.Name]);
        return RedirectToPage("Teams");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await db.Teams.AsNoTracking().Where(team => team.Id == Id).Select(team => new EmptyTeam(
            team.Name,
            db.People.Count(person => person.TeamId == team.Id),
            db.Teams.Count(below => below.ParentId == team.Id),
            db.Targets.Count(target => target.TeamId == team.Id),
            db.Decisions.Count(decision => decision.TeamId == team.Id))).FirstOrDefaultAsync(cancellationToken);
        Team = found!;
        return found is not null;
    }
}

/// <summary>A team that may be taken away once nobody is in it, those who left included, and nothing stands below it.</summary>
internal sealed record EmptyTeam(string Name, int People, int Below, int Targets, int Decisions)
{
    public bool IsEmpty => People + Below == 0;
}
