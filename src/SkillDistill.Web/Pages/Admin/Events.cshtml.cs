using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Admin;

/// <summary>What the organisation expects to happen, and what of it has. How many cards hold until it, and whose, is not shown; it is theirs.</summary>
[Authorize(PeopleAuthorization.Admin)]
internal sealed class EventsModel(SkillDistillDb db, ExpectEvents expect, CurrentPerson me, TimeProvider clock, IStringLocalizer<AdminText> text) : PageModel
{
    private const int Shown = 50;

    [BindProperty]
    public EventForm Form { get; set; } = new();

    public IReadOnlyList<EventRow> ToCome { get; private set; } = [];

    /// <summary>The newest first.</summary>
    public IReadOnlyList<EventRow> Happened { get; private set; } = [];

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var events = db.ExpectedEvents.AsNoTracking();
        ToCome = await RowsAsync(events.Where(expected => expected.HappenedOn == null).OrderBy(expected => expected.Words).ThenBy(expected => expected.Id), cancellationToken);
        Happened = await RowsAsync(events.Where(expected => expected.HappenedOn != null).OrderByDescending(expected => expected.HappenedOn).ThenByDescending(expected => expected.SaidAt).Take(Shown), cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            var named = await expect.NameAsync(Form.Words, me.Id, cancellationToken);
            if (!named.Refused(out var refusal))
            {
                this.Say(text["Event.Named", named.Value.Words]);
                return this.Again();
            }

            this.Refuse(refusal, nameof(Form));
        }

        await OnGetAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostHappenedAsync(Id<ExpectedEvent> id, DateOnly? on, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (await expect.HappenAsync(id, on ?? default, me.Id, cancellationToken) is not { } happened)
        {
            return NotFound();
        }

        if (!happened.Refused(out var refusal))
        {
            this.Say(text["Event.Said", happened.Value.Words]);
            return this.Again();
        }

        ModelState.AddModelError("", this.Sentence(refusal));
        await OnGetAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Id<ExpectedEvent> id, CancellationToken cancellationToken)
    {
        if (!await expect.RemoveAsync(id, cancellationToken))
        {
            return NotFound();
        }

        this.Say(text["Event.Removed"]);
        return this.Again();
    }

    private Task<List<EventRow>> RowsAsync(IQueryable<ExpectedEvent> events, CancellationToken cancellationToken) => events.Select(expected => new EventRow(
        expected.Id,
        expected.Words,
        db.People.Where(person => person.Id == (expected.HappenedOn == null ? expected.NamedById : expected.SaidById)).Select(person => person.Name).FirstOrDefault(),
        expected.NamedAt,
        expected.HappenedOn)).ToListAsync(cancellationToken);
}

internal sealed class EventForm
{
    public string? Words { get; set; }
}

/// <param name="By">Who named it, or once it has happened who said so; null where that person is gone.</param>
internal sealed record EventRow(Id<ExpectedEvent> Id, string Words, string? By, DateTimeOffset NamedAt, DateOnly? HappenedOn);
