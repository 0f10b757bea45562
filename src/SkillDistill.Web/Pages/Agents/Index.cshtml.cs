using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Consent;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.Consent;
using SkillDistill.Web.Pages.Deployment;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Agents;

/// <summary>The owner's agent: how it stands, what a new version would hold, and the versions there are.</summary>
internal sealed class IndexModel(
    SkillDistillDb db,
    DistilVersion distil,
    PublishAgent publish,
    DeploymentGate gate,
    AudienceNames names,
    CurrentPerson me,
    TimeProvider clock,
    IStringLocalizer<AgentsText> text) : PageModel
{
    /// <summary>Shows versions older than this number.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    [BindProperty]
    public string? Headline { get; set; }

    public AgentOverview Overview { get; private set; } = null!;

    public DistilPlan Plan { get; private set; } = null!;

    public DifferenceView Difference { get; private set; } = null!;

    /// <summary>Whether it is on record that everybody was informed; nothing is distilled before.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The consents without which no version can be distilled.</summary>
    public IReadOnlyList<Purpose> MissingToDistil { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var page = await ShowAsync(cancellationToken);
        Headline = Overview.Agent?.Headline;
        return page;
    }

    public async Task<IActionResult> OnPostDistilAsync(CancellationToken cancellationToken)
    {
        var outcome = await distil.DistilAsync(me.Person, cancellationToken);
        if (outcome.Refused(out var refusal))
        {
            return await RefusedAsync(refusal, cancellationToken);
        }

        this.Say(text["Said.Distilled", outcome.Value.Number]);
        return RedirectToPage("/Agents/Version", new { number = outcome.Value.Number });
    }

    public async Task<IActionResult> OnPostTakeDownAsync(CancellationToken cancellationToken) =>
        await AfterAsync(await publish.TakeDownAsync(me.Id, cancellationToken), "Said.TakenDown", cancellationToken);

    public async Task<IActionResult> OnPostIntroduceAsync(CancellationToken cancellationToken)
    {
        if ((Headline ?? "").Trim().Length > Agent.HeadlineLength)
        {
            return await RefusedAsync(new HeadlineTooLong(), cancellationToken);
        }

        return await AfterAsync(await publish.IntroduceAsync(me.Id, Headline ?? "", cancellationToken), "Said.Introduced", cancellationToken);
    }

    private async Task<IActionResult> AfterAsync(Outcome<Agent>? outcome, string said, CancellationToken cancellationToken)
    {
        if (outcome is null)
        {
            return NotFound();
        }

        if (outcome.Refused(out var refusal))
        {
            return await RefusedAsync(refusal, cancellationToken);
        }

        this.Say(text[said]);
        return this.Again();
    }

    private async Task<IActionResult> RefusedAsync(Refusal refusal, CancellationToken cancellationToken)
    {
        this.Refuse(refusal);
        var typed = Headline;
        var page = await ShowAsync(cancellationToken);
        Headline = typed ?? Overview.Agent?.Headline;
        return page;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var consents = await OwnConsents.LoadAsync(db, me.Id, now, cancellationToken);
        var cards = await OwnCardRow.LoadAsync(db, me.Id, cancellationToken);
        IsOpen = await gate.IsOpenAsync(cancellationToken);
        MissingToDistil = consents.MissingFor(Purpose.DistilAgent);
        Overview = await AgentOverview.LoadAsync(db, me.Id, consents, Before, cancellationToken);
        Plan = await distil.PlanAsync(me.Person, consents, cards, now, cancellationToken);
        Difference = await DifferenceView.LoadAsync(db, me.Id, Plan.Newest is null ? null : VersionContent.Of(Plan.Newest), VersionContent.Of(Plan.Composition), cancellationToken);
        await names.LoadAsync(Overview.Audience is { } audience ? [audience] : [], cancellationToken);
        return Page();
    }
}

internal sealed record HeadlineTooLong : Refusal
{
    public override string? Field => nameof(IndexModel.Headline);

    public override IReadOnlyList<object> Arguments => [Agent.HeadlineLength];
}
