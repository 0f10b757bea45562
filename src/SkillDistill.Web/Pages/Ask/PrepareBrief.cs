using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Data.Profiles;
using SkillDistill.Distillation.Answering;
using SkillDistill.Distillation.Answering.AboutPeople;
using SkillDistill.Distillation.Retrieval.Encoding;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Consent;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Ask;

/// <summary>Gathers what an answer may rest on: the cards that this asker may see now, through the consent room's door. On a trial, the owner's own version.</summary>
internal sealed class PrepareBrief(SkillDistillDb db, KnownNames known, ModelRecipient recipient, Encoders encoders, TimeProvider clock)
{
    private const int EarlierQuestions = 3;

    /// <returns>Null when the agent may not answer this asker now.</returns>
    public async Task<PreparedBrief?> ForAsync(Turn turn, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var conversation = await db.Conversations.AsNoTracking().FirstAsync(conversation => conversation.Id == turn.ConversationId, cancellationToken);
        var agent = await db.Agents.AsNoTracking().FirstAsync(agent => agent.Id == conversation.AgentId, cancellationToken);
        var asker = (await db.AskersAsync([conversation.AskerId], cancellationToken))[conversation.AskerId];
        var source = new AnswerSource(conversation.AgentId, agent.OwnerId, turn.VersionId, asker, conversation.IsTrial);
        if (!await db.MayAnswerAsync(source, now, cancellationToken))
        {
            return null;
        }

        var earlier = await db.Turns.Where(earlier => earlier.ConversationId == conversation.Id && earlier.Ordinal < turn.Ordinal)
            .OrderByDescending(earlier => earlier.Ordinal).Take(EarlierQuestions).OrderBy(earlier => earlier.Ordinal).Select(earlier => earlier.Question).ToListAsync(cancellationToken);
        var brief = await BriefAsync(source, turn.Question, earlier, now, cancellationToken);
        var sequence = await db.ConsentStreams.Where(stream => stream.SubjectId == agent.OwnerId).Select(stream => stream.LastSequence).FirstOrDefaultAsync(cancellationToken);
        return new PreparedBrief(brief, new AnswerGround(source, [.. brief.Cards.Select(card => card.CardId)], sequence));
    }

    /// <summary>A question put to a version of the owner's own, outside any conversation.</summary>
    /// <param name="version">Of the signed-in owner's agent.</param>
    public Task<Brief> ForOwnAsync(AgentVersion version, Id<Person> owner, string question, CancellationToken cancellationToken) =>
        BriefAsync(new AnswerSource(version.AgentId, owner, version.Id, new Asker(owner, []), IsTrial: true), question, [], clock.GetUtcNow(), cancellationToken);

    /// <summary>The same, with its question taken for another.</summary>
    public async Task<Brief> TakenForAsync(Brief brief, string readAs, CancellationToken cancellationToken) =>
        brief with { ReadAs = readAs, Meaning = brief.Meaning is null ? null : await OfQuestionAsync(readAs, [], brief.MayUseExternalModel, cancellationToken) };

    private async Task<Brief> BriefAsync(AnswerSource source, string question, IReadOnlyList<string> earlier, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var mayUseExternalModel = recipient.Name is { } name && await db.ConsentingToSend(name, now).ContainsAsync(source.OwnerId, cancellationToken);
        var names = await known.InAsync([question, .. earlier], cancellationToken);
        // Read elsewhere while the store is asked: each takes about as long. What is not answered is not read.
        var reading = JudgingPeople.IsAsked(question, earlier, names) ? Task.FromResult<AskedMeaning?>(null) : OfQuestionAsync(question, earlier, mayUseExternalModel, cancellationToken);
        var cards = await CardsAsync(source, now, cancellationToken);
        var agent = await (from version in db.AgentVersions
                           where version.Id == source.VersionId
                           from owner in db.People
                           where owner.Id == source.OwnerId
                           select new { owner.Name, version.Instructions, version.Encoder }).FirstAsync(cancellationToken);

        // While some of its cards are still to be read, all are found by their words: those that were read would come first for that alone.
        var meaning = await reading is { } read && read.Meaning.Encoder == agent.Encoder ? read : null;
        return new Brief
        {
            Question = question,
            EarlierQuestions = earlier,
            Names = names,
            OwnerName = agent.Name,
            Instructions = agent.Instructions,
            Cards = meaning is null ? cards : await db.WithMeaningsAsync(cards, agent.Encoder, cancellationToken),
            Language = question.Any(letter => letter is >= '\u4e00' and <= '\u9fff') ? "zh-Hans" : "en",
            MayUseExternalModel = mayUseExternalModel,
            Meaning = meaning,
            Now = now,
        };
    }

    private async Task<AskedMeaning?> OfQuestionAsync(string question, IReadOnlyList<string> earlier, bool mayUseExternalModel, CancellationToken cancellationToken) =>
        encoders.For(mayUseExternalModel) is { } encoder ? await encoder.OfQuestionAsync(question, earlier, cancellationToken) : null;

    private Task<List<CardMaterial>> CardsAsync(AnswerSource source, DateTimeOffset now, CancellationToken cancellationToken) => source.IsTrial
        ? db.OwnMaterialsAsync(db.OnTrial(source, now), cancellationToken)
        : db.MaterialsAsync(db.Permitted(source, now), cancellationToken);
}

/// <param name="Ground">What of it is kept while the answer runs.</param>
internal sealed record PreparedBrief(Brief Brief, AnswerGround Ground);
