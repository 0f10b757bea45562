using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Agents;

/// <summary>A card of the owner's as it stands today, by its newest words.</summary>
internal sealed record OwnCardRow(
    Id<Card> CardId, Id<CardRevision> RevisionId, CardStatus Status, AudienceScope Scope, DateTimeOffset ReviewBy, CardKind Kind, string Title)
{
    public LeftOut? WhyLeftOut(bool withVoice, DateTimeOffset now) => DistillingRule.WhyLeftOut(Status, Kind, Scope, ReviewBy, withVoice, now);

    public static Task<Dictionary<Id<Card>, OwnCardRow>> LoadAsync(SkillDistillDb db, Id<Person> owner, CancellationToken cancellationToken) => (
        from card in db.Cards.AsNoTracking()
        join revision in db.CardRevisions.AsNoTracking() on card.CurrentRevisionId equals revision.Id
        where card.OwnerId == owner
        select new OwnCardRow(card.Id, revision.Id, card.Status, card.Audience.Scope, card.ReviewBy, revision.Text.Kind, revision.Text.Title))
        .ToDictionaryAsync(card => card.CardId, cancellationToken);
}
