using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Interviews;

/// <summary>
/// Says for whom an answer is. A draft made of it follows; an accepted card is only ever narrowed by it: what colleagues may see is widened on the card itself.
/// </summary>
internal sealed class ShareAnswers(SkillDistillDb db, CurrentPerson me)
{
    /// <returns>Whether there is such an answer of the signed-in person's.</returns>
    public async Task<bool> WithAsync(Id<InterviewAnswer> id, Audience audience, CancellationToken cancellationToken)
    {
        var answer = await db.InterviewAnswers.FirstOrDefaultAsync(answer => answer.Id == id && db.Interviews.Any(own => own.Id == answer.InterviewId && own.OwnerId == me.Id), cancellationToken);
        if (answer is null)
        {
            return false;
        }

        answer.ShareWith(audience with { });
        var cards = await db.Cards.Where(card => card.OwnerId == me.Id && db.FieldQuotes.Any(quote => quote.CardId == card.Id && quote.AnswerId == id)).ToListAsync(cancellationToken);
        foreach (var card in cards.Where(card => card.Status == CardStatus.Draft || audience.Scope == AudienceScope.Private))
        {
            card.ShareWith(audience with { });
        }

        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
