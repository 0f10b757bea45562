using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Cards;

/// <summary>One card past its review date at a time, the longest past first: it still holds, it has changed, or it is set aside. Thirty of them are a matter of minutes by keyboard.</summary>
internal sealed class FreshenModel(SkillDistillDb db, DecideOnCards decide, SkillLabels skills, CurrentPerson me, TimeProvider clock, IStringLocalizer<CardsText> text) : CardWalk(db, skills, me, text)
{
    private readonly SkillDistillDb _db = db;
    private readonly CurrentPerson _me = me;

    public Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellationToken) => DecideAsync("Confirmed", decide.ConfirmAsync, cancellationToken);

    public Task<IActionResult> OnPostSetAsideAsync(CancellationToken cancellationToken) => DecideAsync("SetAside", decide.SetAsideAsync, cancellationToken);

    protected override Task<IReadOnlyList<Guid>> InOrderAsync(CancellationToken cancellationToken) => _db.StaleCardsAsync(_me.Id, clock.GetUtcNow(), cancellationToken);
}
