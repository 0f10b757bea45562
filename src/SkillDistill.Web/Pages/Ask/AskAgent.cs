using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Data.Stores;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Conversations;
using SkillDistill.Web.Pages.People;
using SkillDistill.Web.Pages.Questions;

namespace SkillDistill.Web.Pages.Ask;

/// <summary>Keeps a question, in a new conversation or an open one, and has it answered. Nothing is kept when the agent may not answer this asker.</summary>
internal sealed class AskAgent(SkillDistillDb db, IOptions<AskingOptions> asking, CurrentPerson me, AnswerDesk desk, TimeProvider clock)
{
    private const int Attempts = 20;

    /// <param name="showMe">Whether the owner may see who asks, where that is the asker's to choose.</param>
    /// <returns>The turn; its refusal; or null when there is no such agent for this asker.</returns>
    public async Task<Outcome<Turn>?> StartAsync(Id<Agent> agentId, string question, bool showMe, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var version = await db.PermittedAgents(me.Asker, now).Where(agent => agent.Id == agentId).Select(agent => agent.PublishedVersionId).FirstOrDefaultAsync(cancellationToken);
        return version is { } published ? await KeepAsync(Start(agentId, showMe, now), published, question, cancellationToken) : null;
    }

    /// <summary>Puts the question of one of the asker's own turns to another agent, in a conversation of its own, and keeps that the two belong together.</summary>
    /// <returns>The pair, which may have been there; or null when there is no such turn or no such agent for this asker.</returns>
    public async Task<SecondOpinion?> SecondAsync(Id<Turn> firstId, Id<Agent> agentId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await FirstTurns().FirstOrDefaultAsync(turn => turn.Id == firstId, cancellationToken) is not { } first
            || await db.Conversations.AnyAsync(conversation => conversation.Id == first.ConversationId && conversation.AgentId == agentId, cancellationToken)
            || await db.PermittedAgents(me.Asker, now).Where(agent => agent.Id == agentId).Select(agent => agent.PublishedVersionId).FirstOrDefaultAsync(cancellationToken) is not { } version)
        {
            return null;
        }

        if (await KnownAsync(firstId, agentId, cancellationToken) is { } known)
        {
            return known;
        }

        var conversation = Start(agentId, showMe: false, now);
        var second = conversation.Ask(first.Question, version, now).Value;
        var opinion = SecondOpinion.Of(me.Id, first, second, agentId, now);
        db.Conversations.Add(conversation);
        db.SecondOpinions.Add(opinion);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException collision) when (collision.IsCollision())
        {
            // The button was pressed twice; the other press has asked.
            db.ChangeTracker.Clear();
            return await KnownAsync(firstId, agentId, cancellationToken);
        }

        desk.Begin(second.Id);
        return opinion;
    }

    /// <summary>The asker's own turns with others' agents that may answer them now: what a second opinion may be asked on.</summary>
    public IQueryable<Turn> FirstTurns()
    {
        var permitted = db.PermittedAgents(me.Asker, clock.GetUtcNow()).Select(agent => agent.Id);
        return db.Turns.AsNoTracking().Where(turn => db.Conversations.Any(
            conversation => conversation.Id == turn.ConversationId && conversation.AskerId == me.Id && !conversation.IsTrial && permitted.Contains(conversation.AgentId)));
    }

    private Task<SecondOpinion?> KnownAsync(Id<Turn> first, Id<Agent> agent, CancellationToken cancellationToken) =>
        db.SecondOpinions.AsNoTracking().FirstOrDefaultAsync(opinion => opinion.FirstId == first && opinion.AgentId == agent && opinion.AskerId == me.Id, cancellationToken);

    private Conversation Start(Id<Agent> agentId, bool showMe, DateTimeOffset now)
    {
        var conversation = Conversation.Start(me.Id, agentId, isTrial: false, now);
        conversation.ShowAsker(asking.Value.Names switch { AskerNames.Always => true, AskerNames.Never => false, _ => showMe });
        return conversation;
    }

    /// <summary>The owner tries one version of their own agent.</summary>
    public async Task<Outcome<Turn>?> TryAsync(int number, string question, CancellationToken cancellationToken)
    {
        var version = await OwnVersions().Where(version => version.Number == number).Select(version => new { version.Id, version.AgentId }).FirstOrDefaultAsync(cancellationToken);
        return version is null ? null : await KeepAsync(Conversation.Start(me.Id, version.AgentId, isTrial: true, clock.GetUtcNow()), version.Id, question, cancellationToken);
    }

    /// <summary>Asks on. A trial stays with its version; otherwise the version published now answers.</summary>
    public async Task<Outcome<Turn>?> ContinueAsync(Id<Conversation> id, string question, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ContinueOnceAsync(id, question, cancellationToken);
            }
            catch (DbUpdateException collision) when (collision.IsCollision() && attempt < Attempts)
            {
                // Another window asked in the same conversation at the same moment; this question comes after that one.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>The asker's own versions, while they agree to being distilled.</summary>
    public IQueryable<AgentVersion> OwnVersions() =>
        from version in db.AgentVersions.AsNoTracking()
        join agent in db.Agents on version.AgentId equals agent.Id
        where agent.OwnerId == me.Id && db.Consenting(Domain.Consent.Purpose.DistilAgent, clock.GetUtcNow()).Contains(me.Id)
        select version;

    private async Task<Outcome<Turn>?> ContinueOnceAsync(Id<Conversation> id, string question, CancellationToken cancellationToken)
    {
        var conversation = await db.Conversations.FirstOrDefaultAsync(conversation => conversation.Id == id && conversation.AskerId == me.Id, cancellationToken);
        if (conversation is null)
        {
            return null;
        }

        var version = conversation.IsTrial
            ? await db.Turns.Where(turn => turn.ConversationId == id).OrderBy(turn => turn.Ordinal).Select(turn => (Id<AgentVersion>?)turn.VersionId).FirstOrDefaultAsync(cancellationToken)
            : await db.PermittedAgents(me.Asker, clock.GetUtcNow()).Where(agent => agent.Id == conversation.AgentId).Select(agent => agent.PublishedVersionId).FirstOrDefaultAsync(cancellationToken);
        return version is { } known ? await KeepAsync(conversation, known, question, cancellationToken) : null;
    }

    private async Task<Outcome<Turn>> KeepAsync(Conversation conversation, Id<AgentVersion> version, string question, CancellationToken cancellationToken)
    {
        var turn = conversation.Ask(question, version, clock.GetUtcNow());
        if (turn.Refused(out _))
        {
            return turn;
        }

        if (conversation.TurnCount == 1)
        {
            db.Conversations.Add(conversation);
        }
        else
        {
            db.Turns.Add(turn.Value);
        }

        await db.SaveChangesAsync(cancellationToken);
        desk.Begin(turn.Value.Id);
        return turn;
    }
}
