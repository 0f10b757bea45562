using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Erasures;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Cards;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Erasures;

/// <summary>The one step between wishing some of one's cards away and their being gone: what goes with them, and that it cannot be undone.</summary>
internal sealed class CardsModel(SkillDistillDb db, EraseByForm form, CurrentPerson me) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public List<Id<Card>> Cards { get; set; } = [];

    /// <summary>What the form is for, so that sending it twice is one wish.</summary>
    public Id<Erasure> Wish { get; private set; }

    public IReadOnlyList<Pick> Chosen { get; private set; } = [];

    /// <summary>Whether a document stays that one of them came from.</summary>
    public bool HasSource { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var cards = await db.OwnCards(me.Id).AsNoTracking().Where(row => Cards.Take(CardFilter.PageSize).Contains(row.Card.Id))
            .Select(row => new { row.Card.Id, row.Revision.Text.Title, HasSource = row.Card.Passages.Count > 0 }).ToListAsync(cancellationToken);
        Chosen = [.. cards.Select(card => new Pick(card.Id.Value, card.Title))];
        HasSource = cards.Exists(card => card.HasSource);
        Wish = await form.WishAsync(this, cancellationToken);
        return Chosen.Count == 0 ? NotFound() : Page();
    }

    public Task<IActionResult> OnPostAsync(Id<Erasure> wish, CancellationToken cancellationToken) =>
        form.Async(wish, (request, mine) => request.CardsAsync(mine, [.. Cards.Take(CardFilter.PageSize)], cancellationToken));
}
