using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Profiles;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Cards;

/// <summary>A person's own cards with their newest words. Nobody else's come through here.</summary>
internal static class OwnCardQueries
{
    public static IQueryable<OwnCard> OwnCards(this SkillDistillDb db, Id<Person> owner) =>
        from card in db.Cards.Where(card => card.OwnerId == owner)
        join revision in db.CardRevisions on card.CurrentRevisionId equals revision.Id
        select new OwnCard { Card = card, Revision = revision };

    public static Task<OwnCard?> OwnCardAsync(this SkillDistillDb db, Id<Person> owner, Guid card, CancellationToken cancellationToken) =>
        db.OwnCards(owner).FirstOrDefaultAsync(row => row.Card.Id == new Id<Card>(card), cancellationToken);
}
