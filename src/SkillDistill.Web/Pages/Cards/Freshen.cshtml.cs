using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Cards;

/// <summary>One card at a time that waits for its owner's word: first those whose condition has come about, then those past their review date, the longest past first. It still holds, it has changed, or it is set aside. Thirty of them are a matter of minutes by keyboard.</summary>
internal sealed class FreshenModel(SkillDistillDb db, DecideOnCards decide, SkillLabels skills, CurrentPerson me, TimeProvider clock, IStringLocalizer<CardsText> text) : CardWalk(db, skills, me, text)
{
    public Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellationToken) => DecideAsync("Confirmed", decide.ConfirmAsync, cancellationToken);

    public Task<IActionResult> OnPostSetAsideAsync(CancellationToken cancellationToken) => DecideAsync("SetAside", decide.SetAsideAsync, cancellationToken);

    /// <summary>The very cards that the list shows as such.</summary>
    protected override async Task<IReadOnlyList<Guid>> InOrderAsync(CancellationToken cancellationToken)
    {
        var stale = new CardFilter { Stale = true }.Of(Own, clock.GetUtcNow());
        var ids = await stale.OrderBy(row => row.Card.CameAboutAt == null).ThenBy(row => row.Card.ReviewBy).ThenBy(row => row.Card.Id).Select(row => row.Card.Id).ToListAsync(cancellationToken);
        return [.. ids.Select(id => id.Value)];
    }
}
