using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Consent;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Data.Profiles.Indexing;

/// <summary>What is to be entered in the index, and how it is searched.</summary>
public static class IndexQueries
{
    // Of this many more than wanted it is asked first who may see them; nearly all of them may, since the index keeps away from what is out of reach.
    private const double Slack = 1.2;

    /// <summary>
    /// Published cards of these owners as the index takes them: accepted and shared, of an agent whose owner lets it answer. Where the owner is asked again and has not answered yet they stay, as everything
    /// made under a consent does; nobody is given any meanwhile.
    /// </summary>
    public static IQueryable<IndexableCard> Indexable(this SkillDistillDb db, IReadOnlyCollection<Id<Person>> owners, DateTimeOffset moment)
    {
        var (hold, distil) = (db.Standing(Purpose.HoldProfile, moment), db.Standing(Purpose.DistilAgent, moment));
        return from agent in db.Agents.AsNoTracking().Where(agent => owners.Contains(agent.OwnerId))
               join answers in db.Standing(Purpose.AnswerColleagues, moment) on agent.OwnerId equals answers.SubjectId
               join pinned in db.PinnedCards on agent.PublishedVersionId equals pinned.VersionId
               join revision in db.CardRevisions.AsNoTracking() on pinned.RevisionId equals revision.Id
               join card in db.Cards.AsNoTracking() on revision.CardId equals card.Id
               where card.OwnerId == agent.OwnerId && card.Status == CardStatus.Accepted && card.Audience.Scope != AudienceScope.Private
                   && hold.Any(consent => consent.SubjectId == agent.OwnerId) && distil.Any(consent => consent.SubjectId == agent.OwnerId)
               select new IndexableCard { AgentId = agent.Id, Card = card, Revision = revision, Answers = answers };
    }

    /// <summary>
    /// The cards that the asker may see now and that these terms fit best, with the agents they are of. The index is gone through from the best fit down, within the query that applies consent and audience, until
    /// there are enough.
    /// </summary>
    /// <param name="terms">Each code once.</param>
    /// <param name="most">How many, if there are so many.</param>
    public static async Task<IReadOnlyList<(Id<Agent> AgentId, CardMaterial Card)>> NearestAsync(
        this SkillDistillDb db, Asker asker, DateTimeOffset moment, IReadOnlyCollection<(long Code, double Weight)> terms, int most, CancellationToken cancellationToken)
    {
        var found = new List<(Id<Agent> AgentId, CardMaterial Card)>();
        if (terms.Count == 0)
        {
            return found;
        }

        var fitting = db.Fitting(asker, terms);
        var (seen, next, isLast) = (0, (int)(most * Slack), false);
        do
        {
            // Asked of each by itself, as a value: neither a join nor a condition, which a planner may turn round, and weigh first all that anybody lets this asker see. Nobody learns which are left out.
            var slice = await fitting.Skip(seen).Take(next)
                .Select(fit => db.PermittedCards(asker, moment).Where(card => card.Revision.Id == fit.RevisionId).OrderBy(card => card.Revision.Id).Select(card => (Id<CardRevision>?)card.Revision.Id).FirstOrDefault()).ToListAsync(cancellationToken);
            var permitted = slice.OfType<Id<CardRevision>>().Take(most - found.Count).ToList();
            // Through the same door once more, for their words.
            found.AddRange(await db.MaterialsOfAgentsAsync(db.PermittedCards(asker, moment).Where(card => permitted.Contains(card.Revision.Id)), cancellationToken));
            isLast = slice.Count < next;
            (seen, next) = (seen + next, next * 2);
        }
        while (found.Count < most && !isLast);

        return found;
    }

    /// <summary>The words of cards in the index, to count how common each is; whose they are is not told.</summary>
    public static Task<List<CardMaterial>> IndexedAsync(this SkillDistillDb db, IReadOnlyCollection<Id<CardRevision>> revisions, CancellationToken cancellationToken) =>
        db.OwnMaterialsAsync(from revision in db.CardRevisions.AsNoTracking()
                             join card in db.Cards.AsNoTracking() on revision.CardId equals card.Id
                             where revisions.Contains(revision.Id) && db.IndexedCards.Any(indexed => indexed.RevisionId == revision.Id)
                             select new OwnCard { Card = card, Revision = revision }, cancellationToken);

    /// <summary>Owners in the index with a card that is about one of these skills, whose labels are among its words.</summary>
    public static Task<List<Id<Person>>> OwnersIndexedWithAsync(this SkillDistillDb db, IReadOnlyCollection<Id<Skill>> skills, CancellationToken cancellationToken) =>
        db.Cards.Where(card => card.Skills.Any(tag => skills.Contains(tag.SkillId)) && db.IndexedCards.Any(indexed => indexed.OwnerId == card.OwnerId)).Select(card => card.OwnerId).Distinct().ToListAsync(cancellationToken);

    private static IQueryable<Fit> Fitting(this SkillDistillDb db, Asker asker, IReadOnlyCollection<(long Code, double Weight)> terms)
    {
        var reach = IndexReach.Of(asker);
        var each = terms.Select(term => db.IndexedTerms.AsNoTracking().Where(entry => entry.Term == term.Code && reach.Contains(entry.Reach)).Select(entry => new Fit { RevisionId = entry.RevisionId, Score = entry.Weight * term.Weight }));
        return each.Aggregate((left, right) => left.Concat(right)).GroupBy(fit => fit.RevisionId).Select(fits => new Fit { RevisionId = fits.Key, Score = fits.Sum(fit => fit.Score) })
            .OrderByDescending(fit => fit.Score).ThenBy(fit => fit.RevisionId);
    }

    /// <summary>In force, or asked again and not answered yet.</summary>
    private static IQueryable<Domain.Consent.Consent> Standing(this SkillDistillDb db, Purpose purpose, DateTimeOffset moment) => db.Consents.AsNoTracking().Where(consent => consent.Purpose == purpose
        && (((consent.State == ConsentState.Given || consent.State == ConsentState.Renewed) && consent.EndsAt > moment) || consent.State == ConsentState.Requested || consent.State == ConsentState.Deferred));

    private sealed class Fit
    {
        public Id<CardRevision> RevisionId { get; init; }

        public double Score { get; init; }
    }
}

/// <summary>A card to be entered in the index, and the consent that says whom it answers.</summary>
public sealed class IndexableCard
{
    public required Id<Agent> AgentId { get; init; }

    public required Card Card { get; init; }

    public required CardRevision Revision { get; init; }

    public required Domain.Consent.Consent Answers { get; init; }
}
