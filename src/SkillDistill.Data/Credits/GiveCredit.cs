using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Credits;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Credits;

/// <summary>Adds the credit for an answer to what is saved next, in the transaction that keeps the answer and holds the owner's words, so that one comes with the other and both once.</summary>
public sealed class GiveCredit(SkillDistillDb db)
{
    /// <param name="turn">With what it cites.</param>
    public async Task ForAsync(Turn turn, Id<Person> asker, CancellationToken cancellationToken)
    {
        if (!CreditRule.Helps(turn))
        {
            return;
        }

        var cited = turn.Citations.Select(citation => citation.CardId).ToList();
        var since = turn.AnsweredAt!.Value - CreditRule.OnceWithin;
        var authors = await db.Cards.Where(card => cited.Contains(card.Id)).Select(card => new { card.Id, card.OwnerId }).ToDictionaryAsync(card => card.Id, card => card.OwnerId, cancellationToken);
        var earlier = await db.Credits.AsNoTracking().Include(credit => credit.Cards).Where(credit => credit.AskerId == asker && credit.GivenAt > since).ToListAsync(cancellationToken);
        db.Credits.AddRange(CreditRule.For(turn, asker, authors, earlier));
    }
}
