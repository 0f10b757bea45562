using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Language;
using SkillDistill.Web.Pages.Consent.AfterLeaving;
using SkillDistill.Web.Pages.Consent.Receipts;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Consent;

/// <summary>Where a person decides, sees what they decided, and takes it back with one press.</summary>
internal sealed class IndexModel(
    SkillDistillDb db, DecideConsent decide, NoticeBoard notices, ModelRecipient recipient, AudienceNames names, LeaverKey keys, CurrentPerson me, TimeProvider clock, IStringLocalizer<ConsentText> text) : PageModel
{
    private const string DecidedKey = "Decided";

    /// <summary>Shows decisions older than this number.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    /// <summary>What is on the screen, and goes back with every decision.</summary>
    public Notice Notice { get; private set; } = null!;

    public ConsentOverview Overview { get; private set; } = null!;

    /// <summary>The purpose just refused, and what was sent for it when it was a yes.</summary>
    public (Purpose Purpose, DecideForm? Form)? Refused { get; private set; }

    /// <summary>The purpose just decided.</summary>
    public string? Decided { get; private set; }

    /// <summary>With this address <see cref="Purpose.ContinueAfterLeaving"/> is ended when there is no account any more.</summary>
    public string LeaversAddress(Domain.Consent.Consent consent) => keys.Address(ReceiptEndpoints.Site(Request), consent.StreamId);

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Decided = TempData[DecidedKey] as string;
        return ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostGiveAsync(DecideForm form, CancellationToken cancellationToken) => form.Purpose is { } purpose && Enum.IsDefined(purpose)
        ? await AfterAsync(purpose, form, ModelState.IsValid ? await decide.GiveAsync(me.Asker, purpose, form, cancellationToken) : null, cancellationToken)
        : NotFound();

    public Task<IActionResult> OnPostRefuseAsync(DecideForm form, CancellationToken cancellationToken) => DeclineAsync(ConsentState.Refused, form, cancellationToken);

    public Task<IActionResult> OnPostDeferAsync(DecideForm form, CancellationToken cancellationToken) => DeclineAsync(ConsentState.Deferred, form, cancellationToken);

    public async Task<IActionResult> OnPostWithdrawAsync(Purpose? purpose, CancellationToken cancellationToken) => purpose is { } known && Enum.IsDefined(known)
        ? await AfterAsync(known, null, await decide.WithdrawAsync(me.Id, known, cancellationToken), cancellationToken)
        : NotFound();

    public async Task<IActionResult> OnPostPauseAsync(CancellationToken cancellationToken)
    {
        if ((await decide.PauseAsync(me.Id, cancellationToken)).Refused(out var refusal))
        {
            this.Refuse(refusal);
            return await ShowAsync(cancellationToken);
        }

        this.Say(text["Pause.Said"]);
        return this.Again();
    }

    private async Task<IActionResult> DeclineAsync(ConsentState answer, DecideForm form, CancellationToken cancellationToken) => form.Purpose is { } purpose && Enum.IsDefined(purpose)
        ? await AfterAsync(purpose, null, await decide.DeclineAsync(me.Id, purpose, answer, form, cancellationToken), cancellationToken)
        : NotFound();

    /// <summary>Comes back to the purpose: with what was decided, or with the sentence why not and all that was typed.</summary>
    private async Task<IActionResult> AfterAsync(Purpose purpose, DecideForm? form, Outcome<ConsentStream>? outcome, CancellationToken cancellationToken)
    {
        if (outcome?.Refused(out _) == false)
        {
            TempData[DecidedKey] = purpose.ToString();
            return RedirectToPage(null, null, null, purpose.ToString());
        }

        if (outcome?.Refusal is { } refusal)
        {
            this.Refuse(refusal);
        }

        Refused = (purpose, form);
        return await ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Notice = (await notices.CurrentAsync(cancellationToken)).In(Languages.Current);
        Overview = await ConsentOverview.LoadAsync(db, notices, me.Id, Notice, recipient.Name, Before, clock.GetUtcNow(), cancellationToken);
        await names.LoadAsync(Overview.Audiences, cancellationToken);
        await names.LoadTeamsAsync(me.Asker.Lineage, cancellationToken);
        return Page();
    }
}
