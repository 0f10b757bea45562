using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Interviews.Invitations;

/// <summary>A manager invites people to be interviewed, and sees that it was sent: no more, whatever comes of it.</summary>
[Authorize(PeopleAuthorization.Manager)]
internal sealed class IndexModel(InviteToInterview invite, TimeProvider clock, IStringLocalizer<InvitationsText> text) : PageModel
{
    [BindProperty]
    public List<Guid> People { get; set; } = [];

    [BindProperty]
    public string? Note { get; set; }

    public IReadOnlyList<Invitable> Invitable { get; private set; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken cancellationToken) => Invitable = await invite.PeopleAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var invited = await invite.SendAsync([.. People.Select(key => new Id<Person>(key))], Note, cancellationToken);
        if (invited.Refused(out var refusal))
        {
            this.Refuse(refusal);
            await OnGetAsync(cancellationToken);
            return Page();
        }

        this.Say(text[invited.Value.Count == 1 ? "Said.One" : "Said.Many", invited.Value.Count]);
        return this.Again();
    }
}
