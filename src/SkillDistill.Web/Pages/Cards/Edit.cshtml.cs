using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Data.Profiles;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Cards;

/// <summary>Changes a card by appending a revision. Who began from older words than those now kept sees both and loses neither.</summary>
internal sealed class EditModel(SkillDistillDb db, WriteCard writeCard, CardDesks desks, CardDrafts drafts, CurrentPerson me, IStringLocalizer<CardsText> text) : PageModel
{
    [BindProperty]
    public CardForm Form { get; set; } = new();

    /// <summary>Where to go on to after saving, when not to the card.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    public bool MayKeep { get; private set; } = true;

    public CardDesk Desk { get; private set; } = null!;

    /// <summary>What the card held until and has come about; empty where nothing has.</summary>
    public string Over { get; private set; } = "";

    public IReadOnlyList<CardOrigin> Origins { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.OwnCardAsync(me.Id, id, cancellationToken) is not { } own)
        {
            return NotFound();
        }

        MayKeep = await desks.MayKeepAsync(cancellationToken);
        Form = CardForm.Of(own.Card, own.Revision.Text);
        return await ShowAsync(own, null, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CardThen then, CancellationToken cancellationToken)
    {
        if (await db.OwnCardAsync(me.Id, id, cancellationToken) is not { } own)
        {
            return NotFound();
        }

        if (!ModelState.IsValid || then is not (CardThen.Draft or CardThen.Accept))
        {
            return await ShowAsync(own, null, cancellationToken);
        }

        var written = await writeCard.ReviseAsync(own, Form, then == CardThen.Accept, cancellationToken);
        if (written.Card is { } card)
        {
            this.Say(text[then == CardThen.Accept ? "Said.SavedAccepted" : card.Status == CardStatus.Draft ? "Said.SavedDraft" : "Said.Saved"]);
            return Url.IsLocalUrl(Back) ? LocalRedirect(Back!) : RedirectToPage("Show", new { id = card.Id });
        }

        return await RefuseAsync(id, written, cancellationToken);
    }

    private async Task<IActionResult> RefuseAsync(Guid id, Written written, CancellationToken cancellationToken)
    {
        foreach (var refusal in written.Refusals)
        {
            this.Refuse(refusal, nameof(Form));
        }

        db.ChangeTracker.Clear();
        var own = await db.OwnCardAsync(me.Id, id, cancellationToken);
        if (own is null)
        {
            return NotFound();
        }

        var overtaken = written.Refusals.Any(refusal => refusal is CardChangedMeanwhile);
        if (overtaken)
        {
            Form.Seen = own.Card.RevisionNumber;
        }

        return await ShowAsync(own, overtaken ? own.Revision : null, cancellationToken);
    }

    private async Task<PageResult> ShowAsync(OwnCard own, CardRevision? newest, CancellationToken cancellationToken)
    {
        Desk = await desks.LayAsync(Form, own.Card.Status, newest, cancellationToken);
        Over = own.Card.CameAboutAt is null ? "" : own.Card.HoldsUntil;
        Origins = await drafts.OriginsAsync(own.Card, cancellationToken);
        return Page();
    }
}
