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

/// <summary>The parts of coverage that a manager comes back to: keeps, renames and removes them.</summary>
[Authorize(PeopleAuthorization.Manager)]
internal sealed class ViewsModel(SaveViews save, ReadManagedTeams managed, IStringLocalizer<CoverageText> text) : PageModel
{
    [BindProperty]
    public Id<Team>? Team { get; set; }

    [BindProperty(Name = "")]
    public CoverageFilter Filter { get; set; } = new();

    [BindProperty]
    public string? Name { get; set; }

    /// <summary>The one whose new name was refused.</summary>
    public Id<SavedView>? Renamed { get; private set; }

    public IReadOnlyList<SavedView> Views { get; private set; } = [];

    public bool IsKeeping { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || managed.Choose(Team) is not { } team)
        {
            return NotFound();
        }

        (Team, IsKeeping) = (team, true);
        var kept = await save.KeepAsync(team, Name, Filter, cancellationToken);
        if (kept.Refused(out var refusal))
        {
            this.Refuse(refusal);
            return await ShowAsync(cancellationToken);
        }

        this.Say(text["Views.Kept", kept.Value.Name]);
        return LocalRedirect($"/coverage{kept.Value.Address}");
    }

    public async Task<IActionResult> OnPostRenameAsync(Id<SavedView> view, CancellationToken cancellationToken)
    {
        if (await save.RenameAsync(view, Name, cancellationToken) is not { } renamed)
        {
            return NotFound();
        }

        if (renamed.Refused(out var refusal))
        {
            this.Refuse(refusal);
            Renamed = view;
            return await ShowAsync(cancellationToken);
        }

        return this.Again();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Id<SavedView> view, CancellationToken cancellationToken) => await save.RemoveAsync(view, cancellationToken) ? this.Again() : NotFound();

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Views = await save.AllAsync(cancellationToken);
        return Page();
    }
}
