using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain;
using SkillDistill.Domain.Conversations;
using SkillDistill.Web.Hosting;

namespace SkillDistill.Web.Pages.Disagreements;

/// <summary>One disagreement before its owner, with the cards that it touches and the four ways to settle it.</summary>
internal sealed class ShowModel(ReadDisagreements read, SettleDisagreement settle, IStringLocalizer<DisagreementsText> text) : PageModel
{
    public OwnDisagreement Own { get; private set; } = null!;

    /// <summary>Which of the four was tried and could not be kept.</summary>
    public string? Tried { get; private set; }

    public string? Exception { get; private set; }

    public string? Reply { get; private set; }

    public Task<IActionResult> OnGetAsync(Id<Disagreement> id, CancellationToken cancellationToken) => ShowAsync(id, cancellationToken);

    public async Task<IActionResult> OnPostExceptionAsync(Id<Disagreement> id, SeenCard card, string? exception, string? reply, CancellationToken cancellationToken)
    {
        (Tried, Exception, Reply) = ("Exception", exception, reply);
        return await SettledAsync(id, await settle.AddExceptionAsync(id, card, exception, reply, cancellationToken), cancellationToken);
    }

    public async Task<IActionResult> OnPostCardAsync(Id<Disagreement> id, SeenCard card, string? reply, CancellationToken cancellationToken)
    {
        (Tried, Reply) = ("Card", reply);
        return await SettledAsync(id, await settle.ByCardAsync(id, card.Id, reply, cancellationToken), cancellationToken);
    }

    public async Task<IActionResult> OnPostStandByAsync(Id<Disagreement> id, string? reply, CancellationToken cancellationToken)
    {
        (Tried, Reply) = ("StandBy", reply);
        return await SettledAsync(id, await settle.StandByAsync(id, reply, cancellationToken), cancellationToken);
    }

    private async Task<IActionResult> SettledAsync(Id<Disagreement> id, Outcome<Disagreement>? settled, CancellationToken cancellationToken)
    {
        if (settled is null)
        {
            return NotFound();
        }

        if (settled.Refused(out var refusal))
        {
            ModelState.AddModelError("", this.Sentence(refusal));
            return await ShowAsync(id, cancellationToken);
        }

        this.Say(text["Said.Settled"]);
        return this.Again(new { id });
    }

    private async Task<IActionResult> ShowAsync(Id<Disagreement> id, CancellationToken cancellationToken)
    {
        if (await read.OwnAsync(id, cancellationToken) is not { } own)
        {
            return NotFound();
        }

        Own = own;
        return Page();
    }
}
