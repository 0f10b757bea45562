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

/// <summary>The team tree, in which teams are moved: by dragging, or from a list of places. Both ask first, since who manages a team above sees its coverage.</summary>
[Authorize(PeopleAuthorization.Admin)]
internal sealed class TeamsModel(SkillDistillDb db, ArrangeTeams arrange, IStringLocalizer<AdminText> text) : PageModel
{
    /// <summary>A smaller tree is unfolded as a whole.</summary>
    private const int Unfolded = 60;

    /// <summary>How many of those that are looked for are shown.</summary>
    private const int Found = 100;

    [BindProperty]
    public TeamForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>The team that the tree is unfolded down to.</summary>
    [BindProperty(SupportsGet = true)]
    public Id<Team>? At { get; set; }

    public IReadOnlyList<TeamRow> Teams { get; private set; } = [];

    /// <summary>The tree, or without branches those that are looked for.</summary>
    public IReadOnlyList<TeamNode> Tree { get; private set; } = [];

    public IReadOnlyList<ManagerChoice> Managers { get; private set; } = [];

    /// <summary>Teams that are no more, the last one first.</summary>
    public IReadOnlyList<Team> Removed { get; private set; } = [];

    private HashSet<Id<Team>> AboveIt { get; set; } = [];

    public bool IsOpen(TeamNode node) => Teams.Count <= Unfolded || node.Row.Depth == 0 || AboveIt.Contains(node.Row.Team.Id);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Teams = await db.TeamRowsAsync(cancellationToken);
        Managers = await db.ManagerChoicesAsync(cancellationToken);
        Removed = await db.Teams.IgnoreQueryFilters().AsNoTracking().Where(team => team.RemovedAt != null).OrderByDescending(team => team.RemovedAt).Take(Found).ToListAsync(cancellationToken);
        AboveIt = [.. new TeamTree(Teams.Select(row => row.Team)).Lineage(At)];
        Tree = string.IsNullOrWhiteSpace(Q) ? Teams.AsTree() : [.. Teams.Where(row => row.Team.Name.Contains(Q.Trim(), StringComparison.OrdinalIgnoreCase)).Take(Found).Select(row => new TeamNode(row))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            var formed = await arrange.FormAsync(Form, cancellationToken);
            if (!formed.Refused(out var refusal))
            {
                this.Say(text["Team.Formed", formed.Value.Name]);
                return this.Again(new { at = formed.Value.Id });
            }

            this.Refuse(refusal, nameof(Form));
        }

        await OnGetAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostMoveAsync(Id<Team> team, Id<Team>? parent, string? seen, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || await arrange.MoveAsync(team, parent, seen, cancellationToken) is not { } moved)
        {
            return NotFound();
        }

        if (moved.Refused(out var refusal))
        {
            // Above the tree: the list of places that it is about is closed again.
            ModelState.AddModelError("", this.Sentence(refusal));
            At = team;
            await OnGetAsync(cancellationToken);
            return Page();
        }

        this.Say(text["Team.Moved", moved.Value.Name]);
        return RedirectToPage(null, null, new { at = team }, $"team-{team}");
    }
}
