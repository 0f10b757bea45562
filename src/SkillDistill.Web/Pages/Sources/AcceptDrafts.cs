using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Sources;

/// <summary>Accepts those drafts of a source that the owner ticked, as far as each is fit for it. What is not stays a draft.</summary>
internal sealed class AcceptDrafts(SkillDistillDb db, TimeProvider clock)
{
    public async Task<Outcome<AcceptedDrafts>> AsTickedAsync(Id<Source> source, Id<Person> owner, IReadOnlyCollection<Id<Card>> ticked, CancellationToken cancellationToken)
    {
        if (ticked.Count == 0)
        {
            return new NothingTicked();
        }

        var rows = await (
            from card in db.Cards
            join revision in db.CardRevisions on card.CurrentRevisionId equals revision.Id
            where ticked.Contains(card.Id) && card.OwnerId == owner && card.Status == CardStatus.Draft
            where card.Passages.Any(passage => db.SourceDocuments.Any(document => document.Id == passage.From.DocumentId && document.SourceId == source))
            select new { Card = card, revision.Text }).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var refusals = rows.Select(row => row.Card.Accept(row.Text, now)).Where(outcome => outcome.Refusal is not null).Select(outcome => outcome.Refusal!).ToList();
        await db.SaveChangesAsync(cancellationToken);
        return new AcceptedDrafts(rows.Count - refusals.Count, refusals);
    }
}

/// <param name="Refusals">Why the others were not, one for each.</param>
internal sealed record AcceptedDrafts(int Count, IReadOnlyList<Refusal> Refusals);
