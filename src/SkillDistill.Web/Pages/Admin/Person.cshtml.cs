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

/// <summary>One person's place, duties and way in.</summary>
[Authorize(PeopleAuthorization.Admin)]
internal sealed class PersonModel(SkillDistillDb db, ChangePerson change, InvitePerson invite, ReadHistory history, IStringLocalizer<AdminText> text) : PageModel
{
    /// <summary>Where the token of a new link waits for the next page, which shows it once.</summary>
    public const string Invitation = "Invitation";

    [BindProperty(SupportsGet = true)]
    public Id<Person> Id { get; set; }

    [BindProperty]
    public PersonForm Form { get; set; } = new();

    /// <summary>Which page of the history is shown.</summary>
    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public HistoryView History { get; private set; } = null!;

    public Person Known { get; private set; } = null!;

    public IReadOnlyList<TeamRow> Teams { get; private set; } = [];

    /// <summary>The link to hand over, the one time that it is shown.</summary>
    public string? Link { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        Form = PersonForm.Of(Known);
        Link = TempData[Invitation] is string token ? Url.PageLink("Join", values: new { id = Id, token }) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await LoadAsync(cancellationToken) ? Page() : NotFound();
        }

        return await AnswerAsync(await change.DescribeAsync(Id, Form, cancellationToken), "Person.Saved", cancellationToken);
    }

    public async Task<IActionResult> OnPostLinkAsync(CancellationToken cancellationToken)
    {
        if (!await db.People.AnyAsync(person => person.Id == Id && person.DeactivatedAt == null, cancellationToken) || await invite.LinkAsync(Id) is not { } token)
        {
            return NotFound();
        }

        TempData[Invitation] = token;
        return this.Again();
    }

    public async Task<IActionResult> OnPostDeactivateAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await change.DeactivateAsync(Id, cancellationToken), "Person.Deactivated", cancellationToken);

    public async Task<IActionResult> OnPostReturnAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await change.ReturnAsync(Id, cancellationToken), "Person.Returned", cancellationToken);

    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancellationToken) => await db.People.AnyAsync(person => person.Id == Id && person.DeactivatedAt != null, cancellationToken)
        ? await AnswerAsync(await change.EndAsync(Id, cancellationToken), "Person.Ended", cancellationToken)
        : NotFound();

    private async Task<IActionResult> AnswerAsync(Outcome<Person>? outcome, string said, CancellationToken cancellationToken)
    {
        if (outcome is null)
        {
            return NotFound();
        }

        if (outcome.Refused(out var refusal))
        {
            this.Refuse(refusal, nameof(Form));
            return await LoadAsync(cancellationToken) ? Page() : NotFound();
        }

        this.Say(text[said, outcome.Value.Name]);
        return this.Again();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Teams = await db.TeamRowsAsync(cancellationToken);
        History = await history.OfPersonAsync(Id, P, cancellationToken);
        Known = (await db.People.AsNoTracking().FirstOrDefaultAsync(person => person.Id == Id, cancellationToken))!;
        return Known is not null;
    }
}
