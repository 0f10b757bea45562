using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Data.Profiles;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Ask;

/// <summary>Where an answer comes from and for whom.</summary>
/// <param name="IsTrial">The owner asks a version of their own, published or not.</param>
internal sealed record AnswerSource(Id<Agent> AgentId, Id<Person> OwnerId, Id<AgentVersion> VersionId, Asker Asker, bool IsTrial);

/// <summary>What an answer was given to draw on, without the words.</summary>
/// <param name="ConsentSequence">The number of the owner's newest consent event when it was gathered.</param>
internal sealed record AnswerGround(AnswerSource Source, IReadOnlyList<Id<Card>> Cards, int ConsentSequence);

/// <summary>What a source may give at a moment: others' through the consent room's door; on a trial, the owner's own version.</summary>
internal static class AnswerSources
{
    /// <summary>These people with the teams they are in now; of those who have left, with none.</summary>
    public static async Task<Dictionary<Id<Person>, Asker>> AskersAsync(this SkillDistillDb db, IReadOnlyCollection<Id<Person>> people, CancellationToken cancellationToken)
    {
        var teams = await db.People.Where(person => people.Contains(person.Id) && person.DeactivatedAt == null).ToDictionaryAsync(person => person.Id, person => person.TeamId, cancellationToken);
        var tree = new TeamTree(teams.Count > 0 ? await db.Teams.AsNoTracking().ToListAsync(cancellationToken) : []);
        return people.ToDictionary(person => person, person => new Asker(person, tree.Lineage(teams.GetValueOrDefault(person))));
    }

    public static async Task<bool> MayAnswerAsync(this SkillDistillDb db, AnswerSource source, DateTimeOffset now, CancellationToken cancellationToken) => source.IsTrial
        ? await db.Consenting(Purpose.DistilAgent, now).ContainsAsync(source.OwnerId, cancellationToken)
            && await db.AgentVersions.AnyAsync(version => version.Id == source.VersionId && version.Instructions != "", cancellationToken)
        : await db.PermittedAgents(source.Asker, now).AnyAsync(agent => agent.Id == source.AgentId, cancellationToken);

    public static IQueryable<PermittedCard> Permitted(this SkillDistillDb db, AnswerSource source, DateTimeOffset now) =>
        db.PermittedCards(source.Asker, now).Where(row => row.AgentId == source.AgentId);

    /// <summary>A trial answers as colleagues would be answered: without the owner's manner, once they no longer agree to being imitated.</summary>
    public static IQueryable<OwnCard> OnTrial(this SkillDistillDb db, AnswerSource source, DateTimeOffset now)
    {
        var imitated = db.Consenting(Purpose.ImitateVoice, now);
        return from pinned in db.PinnedCards
               join card in db.Cards on pinned.CardId equals card.Id
               join revision in db.CardRevisions on pinned.RevisionId equals revision.Id
               where pinned.VersionId == source.VersionId && card.OwnerId == source.OwnerId && card.Status == CardStatus.Accepted
                   && (revision.Text.Kind != CardKind.Voice || imitated.Contains(card.OwnerId))
               select new OwnCard { Card = card, Revision = revision };
    }
}
