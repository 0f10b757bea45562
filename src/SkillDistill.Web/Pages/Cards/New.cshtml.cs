using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.Deployment;

namespace SkillDistill.Web.Pages.Cards;

/// <summary>First the kind, then the card.</summary>
internal sealed class NewModel(WriteCard writeCard, DeploymentGate gate, CardDesks desks, IStringLocalizer<CardsText> text) : PageModel
{
    [BindProperty]
    public CardForm Form { get; set; } = new();

    /// <summary>Where to go on to after saving, when not to the card.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>Whether it is on record that everybody was informed; no new card is kept before.</summary>
    public bool IsOpen { get; private set; } = true;

    public bool MayKeep { get; private set; } = true;

    /// <summary>The form, once the kind is chosen.</summary>
    public CardDesk? Desk { get; private set; }

    public async Task OnGetAsync(CardKind? kind, CancellationToken cancellationToken)
    {
        IsOpen = await gate.IsOpenAsync(cancellationToken);
        MayKeep = await desks.MayKeepAsync(cancellationToken);
        if (kind is { } chosen)
        {
            Form.Kind = chosen;
            Desk = await desks.LayAsync(Form, null, null, cancellationToken);
        }
    }

    public async Task<IActionResult> OnPostAsync(CardThen then, CancellationToken cancellationToken)
    {
        if (ModelState.IsValid && then is CardThen.Draft or CardThen.Accept)
        {
            var written = await writeCard.NewAsync(Form, then == CardThen.Accept, cancellationToken);
            if (written.Card is { } card)
            {
                this.Say(text[then == CardThen.Accept ? "Said.SavedAccepted" : "Said.SavedDraft"]);
                return Url.IsLocalUrl(Back) ? LocalRedirect(Back!) : RedirectToPage("Show", new { id = card.Id });
            }

            foreach (var refusal in written.Refusals)
            {
                this.Refuse(refusal, nameof(Form));
            }
        }

        Desk = await desks.LayAsync(Form, null, null, cancellationToken);
        return Page();
    }
}
