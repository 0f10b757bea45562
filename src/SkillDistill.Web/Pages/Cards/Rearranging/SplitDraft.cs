using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Profiles;
using SkillDistill.Distillation.Rearranging;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Cards.Rearranging;

/// <summary>Makes two drafts of one, sentence by sentence, as the owner says.</summary>
internal sealed class SplitDraft(SkillDistillDb db, TimeProvider clock)
{
    /// <param name="own">A draft with its newest words.</param>
    /// <returns>The new draft; or why there is none, and nothing was changed.</returns>
    public async Task<Outcome<Card>> ApartAsync(OwnCard own, SplitForm form, CancellationToken cancellationToken)
    {
        var (card, text) = (own.Card, own.Revision.Text);
        var pieces = WordsApart.PiecesOf(text);
        if (form.Seen != card.RevisionNumber || form.Goes.Count != pieces.Count)
        {
            return new DraftsMovedOn();
        }

        if (form.Goes.TrueForAll(goes => goes == PieceGoes.Stays) || form.Goes.TrueForAll(goes => goes != PieceGoes.Stays))
        {
            return new SplitLeavesOneEmpty();
        }

        await db.Entry(card).Collection(known => known.Passages).LoadAsync(cancellationToken);
        var (stays, goes) = WordsApart.Of(text, form.Goes, form.Kind, form.Title ?? "");
        var parted = card.PartOff(stays, goes, form.Seen, clock.GetUtcNow());
        if (parted.Refused(out var refusal))
        {
            return refusal;
        }

        db.Cards.Add(parted.Value);
        await db.CopyQuotesAsync([card.Id], parted.Value.Id, field => goes[field].Length > 0, cancellationToken);
        db.FieldQuotes.RemoveRange((await db.FieldQuotes.Where(quote => quote.CardId == card.Id).ToListAsync(cancellationToken)).Where(quote => stays[quote.Field].Length == 0));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return parted;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return new DraftsMovedOn();
        }
    }
}

internal sealed record SplitLeavesOneEmpty : Refusal
{
    public override string? Field => nameof(SplitForm.Goes);
}
