using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Profiles;
using SkillDistill.Domain;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Cards;
using SkillDistill.Web.Pages.Cards.Rearranging;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Interviews;

/// <summary>An answer was written anew after a card was made of it. The owner takes the new words into the card, or leaves the card as it is; nothing happens by itself.</summary>
internal sealed class FollowChange(SkillDistillDb db, OwnInterview own, Proposals proposals, CurrentPerson me, TimeProvider clock)
{
    /// <param name="key">Of the proposal.</param>
    /// <param name="seen">The card's revision that was on the screen.</param>
    /// <returns>Null where there is no such card, or nothing has changed in it.</returns>
    public async Task<Outcome<Card>?> TakeAsync(string key, Id<Card> card, int seen, CancellationToken cancellationToken) => await ChangeAsync(
        key,
        card,
        (row, changes) => row.Card.Revise(changes.Aggregate(row.Revision.Text, (text, change) => text.With(change.Field, change.In(text[change.Field]))), seen, clock.GetUtcNow()),
        cancellationToken);

    public async Task LeaveAsync(string key, Id<Card> card, CancellationToken cancellationToken) => await ChangeAsync(key, card, (row, _) => row.Card, cancellationToken);

    private async Task<Outcome<Card>?> ChangeAsync(string key, Id<Card> card, Func<OwnCard, IReadOnlyList<FieldChange>, Outcome<Card>> change, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockAsync($"interview:{me.Id}", cancellationToken);
        if (await own.FindAsync(cancellationToken) is not { } soFar
            || (await proposals.OfAsync(soFar, cancellationToken)).Where(proposal => proposal.Card.Key == key).SelectMany(proposal => proposal.Changes).FirstOrDefault(change => change.Kept.CardId == card) is not { } found
            || await db.OwnCardAsync(me.Id, card.Value, cancellationToken) is not { } row)
        {
            return null;
        }

        var changed = change(row, found.Fields);
        if (changed.Refusal is null)
        {
            await db.FieldQuotes.Where(quote => quote.CardId == card && quote.Proposal == key).ExecuteDeleteAsync(cancellationToken);
            var ordinals = await db.LastOrdinalsAsync(card, cancellationToken);
            db.FieldQuotes.AddRange(FieldQuote.Of(card, found.Proposed, ordinals));
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return changed;
    }
}
