using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Data.Profiles;
using SkillDistill.Distillation.Answering;
using SkillDistill.Distillation.Retrieval.Encoding;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Consent;

namespace SkillDistill.Web.Pages.Ask;

/// <summary>Gathers what an answer may rest on: the cards that this asker may see now, through the consent room's door. On a trial, the owner's own version.</summary>
internal sealed class PrepareBrief(SkillDistillDb db, ModelRecipient recipient, Encoder encoder, TimeProvider clock)
{
    private const int EarlierQuestions = 3;

    /// <returns>Null when the agent may not answer this asker now.</returns>
    public async Task<PreparedBrief?> ForAsync(Turn turn, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var conversation = await db.Conversations.AsNoTracking().FirstAsync(conversation => conversation.Id == turn.ConversationId, cancellationToken);
        var agent = await db.Agents.AsNoTracking().FirstAsync(agent => agent.Id == conversation.AgentId, cancellationToken);
        var asker = await AskerAsync(conversation.AskerId, cancellationToken);
        var source = new AnswerSource(conversation.AgentId, agent.OwnerId, turn.VersionId, asker, conversation.IsTrial);
        if (!await MayAnswerAsync(source, now, cancellationToken))
        {
            return null;
        }

        var earlier = await db.Turns.Where(earlier => earlier.ConversationId == conversation.Id && earlier.Ordinal < turn.Ordinal)
            .OrderByDescending(earlier => earlier.Ordinal).Take(EarlierQuestions).OrderBy(earlier => earlier.Ordinal).Select(earlier => earlier.Question).ToListAsync(cancellationToken);
        var brief = await BriefAsync(source, turn.Question, earlier, now, cancellationToken);
        var sequence = await db.ConsentStreams.Where(stream => stream.SubjectId == agent.OwnerId).Select(stream => stream.LastSequence).FirstOrDefaultAsync(cancellationToken);
        return new PreparedBrief(brief, source, sequence);
    }

    /// <summary>A question put to a version of the owner's own, outside any conversation.</summary>
    /// <param name="version">Of the signed-in owner's agent.</param>
    public Task<Brief> ForOwnAsync(AgentVersion version, Id<Person> owner, string question, CancellationToken cancellationToken) =>
        BriefAsync(new AnswerSource(version.AgentId, owner, version.Id, new Asker(owner, []), IsTrial: true), question, [], clock.GetUtcNow(), cancellationToken);

    private async Task<Brief> BriefAsync(AnswerSource source, string question, IReadOnlyList<string> earlier, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Read on another thread while the store is asked: each takes about as long.
        var reading = encoder.OfQuestionAsync(question, earlier, cancellationToken);
        var cards = await CardsAsync(source, now, cancellationToken);
        var agent = await (from version in db.AgentVersions
                           where version.Id == source.VersionId
                           from owner in db.People
                           where owner.Id == source.OwnerId
                           select new { owner.Name, version.Instructions, version.Encoder }).FirstAsync(cancellationToken);

        // While some of its cards are still to be read, all are found by their words: those that were read would come first for that alone.
        var meaning = await reading is { } read && read.Encoder == agent.Encoder ? read : null;
        return new Brief
        {
            Question = question,
            EarlierQuestions = earlier,
            OwnerName = agent.Name,
            Instructions = agent.Instructions,
            Cards = meaning is null ? cards : await db.WithMeaningsAsync(cards, meaning.Encoder, cancellationToken),
            Language = question.Any(letter => letter is >= '\u4e00' and <= '\u9fff') ? "zh-Hans" : "en",
            MayUseExternalModel = recipient.Name is { } name && await db.ConsentingToSend(name, now).ContainsAsync(source.OwnerId, cancellationToken),
            Meaning = meaning,
            Now = now,
        };
    }

    /// <summary>Whether everything the answer was given to draw on is still permitted: the agent, and each of its cards.</summary>
    public async Task<bool> StillPermittedAsync(PreparedBrief prepared, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!await MayAnswerAsync(prepared.Source, now, cancellationToken))
        {
            return false;
        }

        var permitted = await PermittedNowAsync(prepared.Source, now, cancellationToken);
        return prepared.Brief.Cards.All(card => permitted.Contains(card.CardId));
    }

    private async Task<List<Id<Card>>> PermittedNowAsync(AnswerSource source, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (source.IsTrial)
        {
            return await OwnCards(source, now).Select(row => row.Card.Id).ToListAsync(cancellationToken);
        }

        // The asker's team may have changed too, so the asker is looked up anew.
        var asker = await AskerAsync(source.Asker.PersonId, cancellationToken);
        return await Permitted(source with { Asker = asker }, now).Select(row => row.Card.Id).ToListAsync(cancellationToken);
    }

    private async Task<bool> MayAnswerAsync(AnswerSource source, DateTimeOffset now, CancellationToken cancellationToken) => source.IsTrial
        ? await db.Consenting(Purpose.DistilAgent, now).ContainsAsync(source.OwnerId, cancellationToken)
            && await db.AgentVersions.AnyAsync(version => version.Id == source.VersionId && version.Instructions != "", cancellationToken)
        : await db.PermittedAgents(source.Asker, now).AnyAsync(agent => agent.Id == source.AgentId, cancellationToken);

    private Task<List<CardMaterial>> CardsAsync(AnswerSource source, DateTimeOffset now, CancellationToken cancellationToken) => source.IsTrial
        ? db.OwnMaterialsAsync(OwnCards(source, now), cancellationToken)
        : db.MaterialsAsync(Permitted(source, now), cancellationToken);

    private IQueryable<PermittedCard> Permitted(AnswerSource source, DateTimeOffset now) =>
        db.PermittedCards(source.Asker, now).Where(row => row.AgentId == source.AgentId);

    /// <summary>A trial answers as colleagues would be answered: without the owner's manner, once they no longer agree to being imitated.</summary>
    private IQueryable<OwnCard> OwnCards(AnswerSource source, DateTimeOffset now)
    {
        var imitated = db.Consenting(Purpose.ImitateVoice, now);
        return from pinned in db.PinnedCards
               join card in db.Cards on pinned.CardId equals card.Id
               join revision in db.CardRevisions on pinned.RevisionId equals revision.Id
               where pinned.VersionId == source.VersionId && card.OwnerId == source.OwnerId && card.Status == CardStatus.Accepted
                   && (revision.Text.Kind != CardKind.Voice || imitated.Contains(card.OwnerId))
               select new OwnCard { Card = card, Revision = revision };
    }

    private async Task<Asker> AskerAsync(Id<Person> person, CancellationToken cancellationToken)
    {
        var team = await db.People.Where(known => known.Id == person && known.DeactivatedAt == null).Select(known => known.TeamId).FirstOrDefaultAsync(cancellationToken);
        return new Asker(person, new TeamTree(await db.Teams.AsNoTracking().ToListAsync(cancellationToken)).Lineage(team));
    }
}

/// <summary>Where an answer comes from and for whom.</summary>
internal sealed record AnswerSource(Id<Agent> AgentId, Id<Person> OwnerId, Id<AgentVersion> VersionId, Asker Asker, bool IsTrial);

/// <param name="ConsentSequence">The number of the owner's newest consent event when the brief was made.</param>
internal sealed record PreparedBrief(Brief Brief, AnswerSource Source, int ConsentSequence);
