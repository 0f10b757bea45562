using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain.Handovers;
using SkillDistill.Web.Hosting;

namespace SkillDistill.Web.Pages.Handovers;

/// <summary>Card by card: it goes along, or it stays with the role, with or without a name.</summary>
internal sealed class CardsModel(PrepareHandover prepare, IStringLocalizer<HandoversText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; } = 1;

    public HandedPage Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Shown = await prepare.CardsAsync(Number, cancellationToken);
        return Shown.IsDone ? RedirectToPage("Leaving") : Page();
    }

    /// <param name="choice">By card.</param>
    /// <param name="all">What holds for every card of this page instead, or null.</param>
    public async Task<IActionResult> OnPostAsync(Dictionary<Guid, HandedAs> choice, HandedAs? all, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return NotFound();
        }

        var choices = choice.ToDictionary(chosen => chosen.Key, chosen => all ?? chosen.Value);
        if ((await prepare.ChooseAsync(choices, cancellationToken)).Refused(out var refusal))
        {
            this.Say(this.Sentence(refusal));
            return this.Again(new { Number });
        }

        this.Say(text["Said.Chosen"]);
        Shown = await prepare.CardsAsync(Number, cancellationToken);
        return all is not null ? this.Again(new { Number }) : Shown.Number < Shown.Pages ? this.Again(new { Number = Shown.Number + 1 }) : RedirectToPage("Leaving");
    }
}
