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

/// <summary>One team: its name, its place and its manager.</summary>
[Authorize(PeopleAuthorization.Admin)]
internal sealed class TeamModel(SkillDistillDb db, ArrangeTeams arrange, ReadHistory history, IStringLocalizer<AdminText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Team> Id { get; set; }

    [BindProperty]
    public TeamForm Form { get; set; } = new();

    /// <summary>Which page of the history is shown.</summary>
    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public HistoryView History { get; private set; } = null!;

    public string Name { get; private set; } = "";

    /// <summary>Since when it is no more: then there is its history to read, and nothing to change.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    public IReadOnlyList<TeamRow> Teams { get; private set; } = [];

    public IReadOnlyList<ManagerChoice> Managers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is not { } team)
        {
            return NotFound();
        }

        Form = await arrange.FormOfAsync(team, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            var changed = await arrange.ChangeAsync(Id, Form, cancellationToken);
            if (changed is null)
            {
                return NotFound();
            }

            if (!changed.Refused(out var refusal))
            {
                this.Say(text["Team.Saved", changed.Value.Name]);
                return RedirectToPage("Teams", null, new { at = Id }, $"team-{Id}");
            }

            this.Refuse(refusal, nameof(Form));
        }

        return await LoadAsync(cancellationToken) is null ? NotFound() : Page();
    }

    private async Task<Team?> LoadAsync(CancellationToken cancellationToken)
    {
        Teams = await db.TeamRowsAsync(cancellationToken);
        History = await history.OfTeamAsync(Id, P, cancellationToken);
        Managers = await db.ManagerChoicesAsync(cancellationToken);
        var team = await db.Teams.IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(known => known.Id == Id, cancellationToken);
        (Name, RemovedAt) = (team?.Name ?? "", team?.RemovedAt);
        return team;
    }
}
