using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Cards;

/// <summary>Chooses the audience of several cards at once, where that takes more than one press: naming people.</summary>
internal sealed class ShareModel(SkillDistillDb db, DecideOnCards decide, Sharing sharing, CurrentPerson me, IStringLocalizer<CardsText> text) : PageModel
{
    [BindProperty]
    public AudienceForm Audience { get; set; } = new() { Scope = Domain.People.AudienceScope.People };

    [BindProperty(SupportsGet = true)]
    public List<Guid> Card { get; set; } = [];

    public IReadOnlyList<Pick> Chosen { get; private set; } = [];

    public AudienceOffer Offer { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(string? then, CancellationToken cancellationToken)
    {
        if (then == "find")
        {
            return await ShowAsync(cancellationToken);
        }

        var read = await sharing.ReadAsync(Audience, cancellationToken);
        if (read.Refused(out var refusal))
        {
            this.Refuse(refusal);
            return await ShowAsync(cancellationToken);
        }

        var decided = await decide.ShareAsync(Card, read.Value, cancellationToken);
        this.Say(text[decided.Done == 1 ? "Said.Shared.One" : "Said.Shared", decided.Done]);
        return RedirectToPage("Index");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var ids = Card.Take(CardFilter.PageSize).Select(id => new Id<Card>(id)).ToList();
        var cards = await db.OwnCards(me.Id).AsNoTracking().Where(row => ids.Contains(row.Card.Id)).Select(row => new { row.Card.Id, row.Revision.Text.Title }).ToListAsync(cancellationToken);
        Chosen = [.. cards.Select(card => new Pick(card.Id.Value, card.Title))];
        Offer = await sharing.OfferAsync(nameof(Audience), Audience, cancellationToken);
        return Chosen.Count == 0 ? NotFound() : Page();
    }
}
