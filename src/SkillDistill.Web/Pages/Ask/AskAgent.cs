using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Data.Stores;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Conversations;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Ask;

/// <summary>Keeps a question, in a new conversation or an open one, and has it answered. Nothing is kept when the agent may not answer this asker.</summary>
internal sealed class AskAgent(SkillDistillDb db, CurrentPerson me, AnswerDesk desk, TimeProvider clock)
{
    private const int Attempts = 20;

    /// <returns>The turn; its refusal; or null when there is no such agent for this asker.</returns>
    public async Task<Outcome<Turn>?> StartAsync(Id<Agent> agentId, string question, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var version = await db.PermittedAgents(me.Asker, now).Where(agent => agent.Id == agentId).Select(agent => agent.PublishedVersionId).FirstOrDefaultAsync(cancellationToken);
        return version is { } published ? await KeepAsync(Conversation.Start(me.Id, agentId, isTrial: false, now), published, question, cancellationToken) : null;
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
