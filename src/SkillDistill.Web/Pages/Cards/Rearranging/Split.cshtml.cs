using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Data.Profiles;
using SkillDistill.Distillation.Rearranging;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Cards.Rearranging;

/// <summary>One draft as two: for each sentence, whether it stays, goes into the new one, or belongs to both.</summary>
internal sealed class SplitModel(SkillDistillDb db, SplitDraft split, CurrentPerson me, IStringLocalizer<CardsText> text) : PageModel
{
    [BindProperty]
    public SplitForm Form { get; set; } = new();

    public CardText Words { get; private set; } = new();

    /// <summary>The sentences with their place among all, by field.</summary>
    public IReadOnlyList<IGrouping<CardField, (int At, CardPiece Piece)>> Fields { get; private set; } = [];

    public int Count { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await DraftAsync(id, cancellationToken) is not { } own)
        {
            return NotFound();
        }

        Form = Begun(own);
        return Show(own);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await DraftAsync(id, cancellationToken) is not { } own)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Show(own);
        }

        var parted = await split.ApartAsync(own, Form, cancellationToken);
        if (!parted.Refused(out var refusal))
        {
            this.Say(text["Said.Split"]);
            return RedirectToPage("/Cards/Show", new { id = parted.Value.Id });
        }

        this.Refuse(refusal, nameof(Form));
        return await AgainAsync(id, refusal is DraftsMovedOn, cancellationToken);
    }

    /// <summary>What was said of sentences that are no longer there cannot be kept.</summary>
    private async Task<IActionResult> AgainAsync(Guid id, bool movedOn, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        if (await DraftAsync(id, cancellationToken) is not { } own)
        {
            return NotFound();
        }

        if (movedOn)
        {
            (Form.Goes, Form.Seen) = (Begun(own).Goes, own.Card.RevisionNumber);
            ModelState.SetModelValue($"{nameof(Form)}.{nameof(Form.Seen)}", null, null);
        }

        return Show(own);
    }

    private static SplitForm Begun(OwnCard own) => new()
    {
        Goes = [.. WordsApart.PiecesOf(own.Revision.Text).Select(_ => PieceGoes.Stays)],
        Kind = own.Revision.Text.Kind,
        Seen = own.Card.RevisionNumber,
    };

    private async Task<OwnCard?> DraftAsync(Guid id, CancellationToken cancellationToken) =>
        await db.OwnCardAsync(me.Id, id, cancellationToken) is { Card.Status: CardStatus.Draft } own ? own : null;

    private PageResult Show(OwnCard own)
    {
        var pieces = WordsApart.PiecesOf(own.Revision.Text);
        (Words, Count) = (own.Revision.Text, pieces.Count);
        Fields = [.. pieces.Select((piece, at) => (at, piece)).GroupBy(place => place.piece.Field)];
        return Page();
    }
}
