using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Cards;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Interviews;

/// <summary>An answer was written anew after a card was made of it. The owner takes the new words into the card, or leaves the card as it is; nothing happens by itself.</summary>
internal sealed class FollowChange(SkillDistillDb db, OwnInterview own, Proposals proposals, CurrentPerson me, TimeProvider clock)
{
    /// <param name="key">Of the proposal.</param>
    /// <param name="seen">The card's revision that was on the screen.</param>
    /// <returns>Null where there is no such card, or nothing has changed in it.</returns>
    public async Task<Outcome<Card>?> TakeAsync(string key, int seen, CancellationToken cancellationToken) => await ChangeAsync(
        key,
        (card, words, changes) => card.Revise(changes.Aggregate(words, (text, change) => text.With(change.Field, change.Now)), seen, clock.GetUtcNow()),
        cancellationToken);

    public async Task LeaveAsync(string key, CancellationToken cancellationToken) => await ChangeAsync(key, (card, _, _) => card, cancellationToken);

    private async Task<Outcome<Card>?> ChangeAsync(string key, Func<Card, CardText, IReadOnlyList<FieldChange>, Outcome<Card>> change, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockAsync($"interview:{me.Id}", cancellationToken);
        if (await own.FindAsync(cancellationToken) is not { } soFar
            || (await proposals.OfAsync(soFar, cancellationToken)).FirstOrDefault(proposal => proposal.Card.Key == key && proposal.Changes.Count > 0) is not { Kept: { } kept } proposal
            || await db.OwnCardAsync(me.Id, kept.CardId.Value, cancellationToken) is not { } row)
        {
            return null;
        }

        var changed = change(row.Card, row.Revision.Text, proposal.Changes);
        if (changed.Refusal is null)
        {
            await db.FieldQuotes.Where(quote => quote.CardId == kept.CardId && quote.Proposal == key).ExecuteDeleteAsync(cancellationToken);
            var ordinals = await db.FieldQuotes.Where(quote => quote.CardId == kept.CardId).GroupBy(quote => quote.Field).Select(quotes => new { quotes.Key, Last = quotes.Max(quote => quote.Ordinal) })
                .ToDictionaryAsync(quotes => quotes.Key, quotes => quotes.Last, cancellationToken);
            db.FieldQuotes.AddRange(FieldQuote.Of(kept.CardId, proposal.Card, ordinals));
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return changed;
    }
}
