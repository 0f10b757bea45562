using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Data.Profiles;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.Calibration;
using SkillDistill.Web.Pages.Disagreements;
using SkillDistill.Web.Pages.Handovers;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Cards;

/// <summary>One card as its owner reads it, with what they may do to it.</summary>
internal sealed class ShowModel(
    SkillDistillDb db, DecideOnCards decide, Sharing sharing, SkillLabels skills, CardDrafts drafts, ReadRoleNotes roleNotes, ReadDisagreements disagreements, OwnForecasts forecasts, CurrentPerson me, TimeProvider clock, IStringLocalizer<CardsText> text) : PageModel
{
    [BindProperty]
    public AudienceForm Audience { get; set; } = new();

    public Card Card { get; private set; } = null!;

    public CardReading Reading { get; private set; } = null!;

    public bool IsStale { get; private set; }

    public IReadOnlyList<string> AudienceNames { get; private set; } = [];

    public AudienceOffer Offer { get; private set; } = null!;

    public IReadOnlyList<CardOrigin> Origins { get; private set; } = [];

    /// <summary>Null where it did not come with a role.</summary>
    public RoleNote? RoleNote { get; private set; }

    public IReadOnlyList<DisagreementRow> Disagreements { get; private set; } = [];

    /// <summary>How sure the owner is of it, where it is not known yet whether they were right.</summary>
    public ForecastOnCard Forecast { get; private set; } = null!;

    public IReadOnlyList<RevisionRow> Revisions { get; private set; } = [];

    /// <summary>Whether somebody is in the middle of choosing an audience.</summary>
    public bool IsChoosing { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await ShowAsync(id, null, cancellationToken);

    public async Task<IActionResult> OnPostAcceptAsync(Guid id, CancellationToken cancellationToken) =>
        await TellAsync(id, "Accepted", await decide.AcceptAsync([id], cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostSetAsideAsync(Guid id, CancellationToken cancellationToken) =>
        await TellAsync(id, "SetAside", await decide.SetAsideAsync([id], cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostConfirmAsync(Guid id, CancellationToken cancellationToken) =>
        await TellAsync(id, "Confirmed", await decide.ConfirmAsync([id], cancellationToken), cancellationToken);

    /// <summary>What the card holds until has happened, says its owner.</summary>
    public async Task<IActionResult> OnPostHappenedAsync(Guid id, CancellationToken cancellationToken) =>
        await TellAsync(id, "Happened", await decide.ComeAboutAsync([id], cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostShareAsync(Guid id, string? then, CancellationToken cancellationToken)
    {
        if (then == "find")
        {
            return await ShowAsync(id, Audience, cancellationToken);
        }

        var read = await sharing.ReadAsync(Audience, cancellationToken);
        if (read.Refused(out var refusal))
        {
            this.Refuse(refusal);
            return await ShowAsync(id, Audience, cancellationToken);
        }

        return await TellAsync(id, "Shared", await decide.ShareAsync([id], read.Value, cancellationToken), cancellationToken);
    }

    private async Task<IActionResult> TellAsync(Guid id, string what, Decided decided, CancellationToken cancellationToken)
    {
        if (decided.Done > 0)
        {
            this.Say(text[$"Said.{what}.One", decided.Done]);
            return this.Again();
        }

        foreach (var card in decided.Refused)
        {
            ModelState.AddModelError("", this.Sentence(card.Refusal));
        }

        return await ShowAsync(id, null, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(Guid id, AudienceForm? choosing, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        if (await db.OwnCardAsync(me.Id, id, cancellationToken) is not { } own)
        {
            return NotFound();
        }

        await ReadAsync(own, cancellationToken);
        IsChoosing = choosing is not null;
        Offer = await sharing.OfferAsync(nameof(Audience), choosing ?? AudienceForm.Of(own.Card.Audience), cancellationToken);
        return Page();
    }

    private async Task ReadAsync(OwnCard own, CancellationToken cancellationToken)
    {
        Card = own.Card;
        var labels = await skills.SortedAsync(own.Card.Skills.Select(tag => tag.SkillId), cancellationToken);
        Reading = CardReading.Of(own.Card, own.Revision.Text, labels);
        IsStale = own.Card.Status == CardStatus.Accepted && own.Card.IsStale(clock.GetUtcNow());
        AudienceNames = await sharing.NamesAsync(own.Card.Audience, cancellationToken);
        Origins = await drafts.OriginsAsync(own.Card, cancellationToken);
        RoleNote = await roleNotes.OfAsync(own.Card, cancellationToken);
        Disagreements = await disagreements.OfCardAsync(own.Card.Id, cancellationToken);
        Forecast = new ForecastOnCard(own.Card.Id, await forecasts.OpenAsync(own.Card.Id, cancellationToken));
        Revisions = await db.CardRevisions.AsNoTracking().Where(revision => revision.CardId == own.Card.Id).OrderByDescending(revision => revision.Number)
            .Select(revision => new RevisionRow(revision.Number, revision.WrittenAt, revision.Text.Title)).ToListAsync(cancellationToken);
    }
}

internal sealed record RevisionRow(int Number, DateTimeOffset WrittenAt, string Title);
