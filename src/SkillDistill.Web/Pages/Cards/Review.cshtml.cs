using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Handovers;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Cards;

/// <summary>One draft at a time, the words it came from beside it.</summary>
internal sealed class ReviewModel(SkillDistillDb db, DecideOnCards decide, CardDrafts drafts, ReadRoleNotes roleNotes, SkillLabels skills, CurrentPerson me, IStringLocalizer<CardsText> text) : CardWalk(db, skills, me, text)
{
    /// <summary>Only the drafts of this source.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Source { get; set; }

    public IReadOnlyList<CardOrigin> Origins { get; private set; } = [];

    /// <summary>Null where it did not come with a role.</summary>
    public RoleNote? RoleNote { get; private set; }

    protected override RouteValueDictionary Kept => new() { ["source"] = Source };

    public Task<IActionResult> OnPostAcceptAsync(CancellationToken cancellationToken) => DecideAsync("Accepted", decide.AcceptAsync, cancellationToken);

    public Task<IActionResult> OnPostSetAsideAsync(CancellationToken cancellationToken) => DecideAsync("SetAside", decide.SetAsideAsync, cancellationToken);

    protected override Task<IReadOnlyList<Guid>> InOrderAsync(CancellationToken cancellationToken) => drafts.InOrderAsync(Source, cancellationToken);

    protected override async Task ShowAsync(Card card, CancellationToken cancellationToken) =>
        (Origins, RoleNote) = (await drafts.OriginsAsync(card, cancellationToken), await roleNotes.OfAsync(card, cancellationToken));
}
