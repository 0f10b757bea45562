using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.Consent;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Agents;

/// <summary>One version of the owner's agent: what it holds and how it differs; from here it is tried, published, or taken up again.</summary>
internal sealed class VersionModel(
    SkillDistillDb db, DistilVersion distil, PublishAgent publish, AudienceNames names, CurrentPerson me, TimeProvider clock, IStringLocalizer<AgentsText> text) : PageModel
{
    public VersionView Shown { get; private set; } = null!;

    /// <summary>Whom it would answer if it were published now; null for nobody.</summary>
    public Audience? Audience { get; private set; }

    /// <summary>The consents without which nobody is answered.</summary>
    public IReadOnlyList<Purpose> Missing { get; private set; } = [];

    /// <summary>The number of the version to compare with; the one before when left out.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Since { get; set; }

    /// <summary>Why the version is published although it fails cases, as it is typed.</summary>
    [BindProperty]
    public string? Waiver { get; set; }

    public Task<IActionResult> OnGetAsync(int number, CancellationToken cancellationToken) => ShowAsync(number, cancellationToken);

    public async Task<IActionResult> OnPostPublishAsync(int number, CancellationToken cancellationToken)
    {
        if (await publish.PublishAsync(me.Id, number, null, cancellationToken) is not { } outcome)
        {
            return NotFound();
        }

        return await AfterAsync(outcome.Refusal, number, number, "Said.Published", cancellationToken);
    }

    /// <param name="seen">The failing cases that stood above the reason.</param>
    public async Task<IActionResult> OnPostWaiveAsync(int number, Id<ReplayCase>[] seen, CancellationToken cancellationToken)
    {
        if (await publish.PublishAsync(me.Id, number, new GivenWaiver(Waiver ?? "", seen), cancellationToken) is not { } outcome)
        {
            return NotFound();
        }

        return await AfterAsync(outcome.Refusal, number, number, "Said.Published", cancellationToken);
    }

    public async Task<IActionResult> OnPostReplayAsync(int number, CancellationToken cancellationToken)
    {
        if (await publish.TryAsync(me.Id, number, cancellationToken) is not { } outcome)
        {
            return NotFound();
        }

        return await AfterAsync(outcome.Refusal, number, number, "Said.Tried", cancellationToken);
    }

    public async Task<IActionResult> OnPostRollBackAsync(int number, CancellationToken cancellationToken)
    {
        if (await distil.RollBackAsync(me.Person, number, cancellationToken) is not { } outcome)
        {
            return NotFound();
        }

        return await AfterAsync(outcome.Refusal, number, outcome.Refusal is null ? outcome.Value.Number : number, "Said.RolledBack", cancellationToken);
    }

    private async Task<IActionResult> AfterAsync(Refusal? refusal, int number, int next, string said, CancellationToken cancellationToken)
    {
        if (refusal is not null)
        {
            this.Refuse(refusal);
            return await ShowAsync(number, cancellationToken);
        }

        this.Say(text[said, next, number]);
        return this.Again(new { number = next });
    }

    private async Task<IActionResult> ShowAsync(int number, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var consents = await OwnConsents.LoadAsync(db, me.Id, now, cancellationToken);
        if (await VersionView.LoadAsync(db, me.Id, number, Since, consents, now, cancellationToken) is not { } shown)
        {
            return NotFound();
        }

        (Shown, Missing) = (shown, consents.MissingFor(Purpose.AnswerColleagues));
        Audience = Missing.Count == 0 ? consents.AudienceOf(Purpose.AnswerColleagues) : null;
        await names.LoadAsync(Audience is { } audience ? [audience] : [], cancellationToken);
        return Page();
    }
}
