using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Admin;

/// <summary>The team tree.</summary>
[Authorize(PeopleAuthorization.Admin)]
internal sealed class TeamsModel(SkillDistillDb db, ArrangeTeams arrange, IStringLocalizer<AdminText> text) : PageModel
{
    [BindProperty]
    public TeamForm Form { get; set; } = new();

    public IReadOnlyList<TeamRow> Teams { get; private set; } = [];

    public IReadOnlyList<ManagerChoice> Managers { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Teams = await db.TeamRowsAsync(cancellationToken);
        Managers = await db.ManagerChoicesAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            var formed = await arrange.FormAsync(Form, cancellationToken);
            if (!formed.Refused(out var refusal))
            {
                this.Say(text["Team.Formed", formed.Value.Name]);
                return this.Again();
            }

            this.Refuse(refusal, nameof(Form));
        }

        await OnGetAsync(cancellationToken);
        return Page();
    }
}
