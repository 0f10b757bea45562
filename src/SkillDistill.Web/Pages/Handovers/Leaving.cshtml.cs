using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain;
using SkillDistill.Domain.Handovers;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.Cards;

namespace SkillDistill.Web.Pages.Handovers;

/// <summary>Before the last day in a role: take everything along, say what stays, and ask somebody to take it over. Everything can be left out.</summary>
internal sealed class LeavingModel(PrepareHandover prepare, Sharing sharing, IStringLocalizer<HandoversText> text) : PageModel
{
    [BindProperty]
    public DateOnly? LastDay { get; set; }

    [BindProperty]
    public List<Guid> Successor { get; set; } = [];

    /// <summary>A name to look for.</summary>
    [BindProperty]
    public string? SuccessorQuery { get; set; }

    public LeavingView View { get; private set; } = null!;

    public Picker Picker { get; private set; } = null!;

    public DateOnly Today => prepare.Today;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        LastDay = View.Handover?.LastDay;
    }

    public async Task<IActionResult> OnPostLastDayAsync(CancellationToken cancellationToken) => await DoneAsync(await prepare.LeaveOnAsync(LastDay, cancellationToken), "Said.LastDay", cancellationToken);

    public async Task<IActionResult> OnPostOfferAsync(string? then, CancellationToken cancellationToken)
    {
        if (then == "find")
        {
            await ShowAsync(cancellationToken);
            LastDay = View.Handover?.LastDay;
            return Page();
        }

        return await DoneAsync(await prepare.OfferAsync(Successor, cancellationToken), "Said.Offered", cancellationToken);
    }

    public async Task<IActionResult> OnPostStopAsync(CancellationToken cancellationToken)
    {
        await prepare.StopAsync(cancellationToken);
        this.Say(text["Said.Stopped"]);
        return this.Again();
    }

    private async Task<IActionResult> DoneAsync(Outcome<Handover> outcome, string said, CancellationToken cancellationToken)
    {
        if (outcome.Refused(out var refusal))
        {
            this.Refuse(refusal);
            await ShowAsync(cancellationToken);
            LastDay ??= View.Handover?.LastDay;
            return Page();
        }

        this.Say(text[said]);
        return this.Again();
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        View = await prepare.ReadAsync(cancellationToken);
        Picker = await sharing.PickerAsync(nameof(Successor), nameof(Successor), Successor, SuccessorQuery, cancellationToken);
    }
}
