using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Data.Consent;

/// <summary>
/// The consent room's door: the only queries through which anybody reads another person's agent or cards. Each applies, in the database and at
/// the moment given, the owner's consents, the card's own audience and status, and whether the owner is still here.
/// </summary>
public static class ConsentingQueries
{
    /// <summary>Everybody whose consent to this purpose, and to those it has no effect without, is in force, whoever asks.</summary>
    public static IQueryable<Id<Person>> Consenting(this SkillDistillDb db, Purpose purpose, DateTimeOffset moment) => db.InEffect(purpose, moment).Select(consent => consent.SubjectId);

    /// <summary>
    /// To which of some purposes each of a few people consents: as <see cref="Consenting"/>, of the same moment for all of them. The queries of <see cref="Consenting"/> ask who of everybody does, which takes long where very many do.
    /// </summary>
    /// <returns>Those who consent to any of the purposes.</returns>
    public static async Task<IReadOnlyDictionary<Id<Person>, IReadOnlySet<Purpose>>> ConsentsOfAsync(this SkillDistillDb db, IQueryable<Id<Person>> people, IReadOnlyList<Purpose> purposes, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var asked = purposes.Concat(purposes.SelectMany(purpose => purpose.Needs())).Distinct().ToList();
        var given = await (from person in people
                           join consent in db.InForce(moment) on person equals consent.SubjectId
                           where asked.Contains(consent.Purpose)
                           select new { consent.SubjectId, consent.Purpose }).ToListAsync(cancellationToken);
        return given.GroupBy(consent => consent.SubjectId, consent => consent.Purpose)
            .Select(person => (Id: person.Key, Consents: InEffect(purposes, [.. person])))
            .Where(person => person.Consents.Count > 0)
            .ToDictionary(person => person.Id, IReadOnlySet<Purpose> (person) => person.Consents);
    }

    private static HashSet<Purpose> InEffect(IReadOnlyList<Purpose> purposes, HashSet<Purpose> given) => purposes.Where(purpose => given.Contains(purpose) && purpose.Needs().All(given.Contains)).ToHashSet();

    /// <summary>Everybody who lets cards be sent to this very recipient. A yes to one is no yes to another.</summary>
    public static IQueryable<Id<Person>> ConsentingToSend(this SkillDistillDb db, string recipient, DateTimeOffset moment)
    {
        var named = db.InForce(Purpose.UseExternalModel, moment).Where(consent => consent.Recipient == recipient).Select(consent => consent.SubjectId);
        return db.Consenting(Purpose.UseExternalModel, moment).Where(subject => named.Contains(subject));
    }

    /// <summary>Agents that are published and may answer this asker now. One's own is not among them: see <see cref="Agent.OwnerId"/>.</summary>
    public static IQueryable<Agent> PermittedAgents(this SkillDistillDb db, Asker asker, DateTimeOffset moment)
    {
        // Asked of each owner, and not who of everybody does: of a few agents SQLite would list all who consent, once for each purpose.
        var hold = db.InEffect(Purpose.HoldProfile, moment);
        var distil = db.InEffect(Purpose.DistilAgent, moment);
        var answer = db.InForce(Purpose.AnswerColleagues, moment).Including(consent => consent.Audience, asker);
        var lasting = db.InEffect(Purpose.ContinueAfterLeaving, moment);
        return db.Agents.AsNoTracking().Where(agent => agent.PublishedVersionId != null
            && agent.OwnerId != asker.PersonId
            && db.People.Any(owner => owner.Id == agent.OwnerId && (owner.DeactivatedAt == null || lasting.Any(consent => consent.SubjectId == owner.Id)))
            && hold.Any(consent => consent.SubjectId == agent.OwnerId)
            && distil.Any(consent => consent.SubjectId == agent.OwnerId)
            && answer.Any(consent => consent.SubjectId == agent.OwnerId));
    }

    /// <summary>The cards of permitted agents that this asker may see: in the published version, still accepted, and shared with them.</summary>
    public static IQueryable<PermittedCard> PermittedCards(this SkillDistillDb db, Asker asker, DateTimeOffset moment) =>
        from agent in db.PermittedAgents(asker, moment)
        join pinned in db.PinnedCards on agent.PublishedVersionId equals pinned.VersionId
        join row in db.SharedCards(asker, moment) on pinned.RevisionId equals row.Revision.Id
        where row.Card.OwnerId == agent.OwnerId
        select new PermittedCard { AgentId = agent.Id, OwnerId = agent.OwnerId, Card = row.Card, Revision = row.Revision };

    /// <summary>
    /// The card revisions that the asker's own answers cite: readable again later, but only while the card is permitted to them. A revision may be
    /// older than the one published now.
    /// </summary>
    public static IQueryable<PermittedCitation> PermittedCitations(this SkillDistillDb db, Asker asker, DateTimeOffset moment) =>
        from conversation in db.Conversations.Where(conversation => conversation.AskerId == asker.PersonId)
        join turn in db.Turns on conversation.Id equals turn.ConversationId
        join citation in db.Citations on turn.Id equals citation.TurnId
        join agent in db.PermittedAgents(asker, moment) on conversation.AgentId equals agent.Id
        join row in db.SharedCards(asker, moment) on citation.RevisionId equals row.Revision.Id
        where row.Card.OwnerId == agent.OwnerId
        select new PermittedCitation { ConversationId = conversation.Id, Citation = citation, Card = row.Card, Revision = row.Revision };

    /// <summary>Accepted cards shared with the asker, in every revision; those about an owner's manner only while the owner consents to being imitated.</summary>
    private static IQueryable<CardAtRevision> SharedCards(this SkillDistillDb db, Asker asker, DateTimeOffset moment)
    {
        var imitated = db.InEffect(Purpose.ImitateVoice, moment);
        return from card in db.Cards.Where(card => card.Status == CardStatus.Accepted).Including(card => card.Audience, asker)
               join revision in db.CardRevisions.AsNoTracking() on card.Id equals revision.CardId
               where revision.Text.Kind != CardKind.Voice || imitated.Any(consent => consent.SubjectId == card.OwnerId)
               select new CardAtRevision { Card = card, Revision = revision };
    }

    /// <summary>Consents to a purpose with all that it has no effect without.</summary>
    private static IQueryable<Domain.Consent.Consent> InEffect(this SkillDistillDb db, Purpose purpose, DateTimeOffset moment)
    {
        var consents = db.InForce(purpose, moment);
        foreach (var needed in purpose.Needs())
        {
            var others = db.InForce(needed, moment);
            consents = consents.Where(consent => others.Any(other => other.SubjectId == consent.SubjectId));
        }

        return consents;
    }

    internal static IQueryable<Domain.Consent.Consent> InForce(this SkillDistillDb db, Purpose purpose, DateTimeOffset moment) =>
        db.InForce(moment).Where(consent => consent.Purpose == purpose);

    private static IQueryable<Domain.Consent.Consent> InForce(this SkillDistillDb db, DateTimeOffset moment) =>
        db.Consents.AsNoTracking().Where(consent => (consent.State == ConsentState.Given || consent.State == ConsentState.Renewed) && consent.EndsAt > moment);
}

/// <summary>A card of somebody else that the asker may read now.</summary>
public sealed class PermittedCard
{
    public required Id<Agent> AgentId { get; init; }

    public required Id<Person> OwnerId { get; init; }

    public required Card Card { get; init; }

    public required CardRevision Revision { get; init; }
}

/// <summary>A citation in one of the asker's own answers, with the card as it was cited.</summary>
public sealed class PermittedCitation
{
    public required Id<Conversation> ConversationId { get; init; }

    public required Citation Citation { get; init; }

    public required Card Card { get; init; }

    public required CardRevision Revision { get; init; }
}

internal sealed class CardAtRevision
{
    public required Card Card { get; init; }

    public required CardRevision Revision { get; init; }
}
