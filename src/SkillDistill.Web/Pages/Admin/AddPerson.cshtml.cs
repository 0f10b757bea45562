using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SkillDistill.Data;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Admin;

/// <summary>Brings somebody in. The link by which they join is shown on their page, once.</summary>
[Authorize(PeopleAuthorization.Admin)]
internal sealed class AddPersonModel(SkillDistillDb db, InvitePerson invite) : PageModel
{
    [BindProperty]
    public PersonForm Form { get; set; } = new();

    public IReadOnlyList<TeamRow> Teams { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Teams = await db.TeamRowsAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await OnGetAsync(cancellationToken);
        if (!ModelState.IsValid || (Form.TeamId is { } team && Teams.All(row => row.Team.Id != team)))
        {
            return Page();
        }

        var added = await invite.AddAsync(Form, cancellationToken);
        if (added.Refused(out var refusal))
        {
            this.Refuse(refusal, nameof(Form));
            return Page();
        }

        var person = added.Value.Id;
        TempData[PersonModel.Invitation] = await invite.LinkAsync(person);
        return RedirectToPage("Person", new { id = person });
    }
}
