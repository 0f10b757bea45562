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
    private const int MostShown = 200;

    [BindProperty]
    public List<Guid> People { get; set; } = [];

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>What the name, title or team of those shown contains.</summary>
    [BindProperty]
    public string? Q { get; set; }

    public IReadOnlyList<Invitable> Invitable { get; private set; } = [];

    /// <summary>Those looked for.</summary>
    public IReadOnlyList<Invitable> Found => string.IsNullOrWhiteSpace(Q) ? Invitable : [.. Invitable.Where(person => person.IsFoundBy(Q.Trim()))];

    /// <summary>The first of them: a company has tens of thousands.</summary>
    public IReadOnlyList<Invitable> Shown => [.. Found.Take(MostShown)];

    /// <summary>Chosen before the search, and not among what it found: they stay chosen.</summary>
    public IReadOnlyList<Invitable> ChosenBesides => [.. Invitable.Except(Shown).Where(person => People.Contains(person.Id.Value))];

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken cancellationToken) => Invitable = await invite.PeopleAsync(cancellationToken);

    /// <summary>Shows those who are looked for, with everything chosen and written as it was.</summary>
    public Task OnPostFindAsync(CancellationToken cancellationToken) => OnGetAsync(cancellationToken);

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
