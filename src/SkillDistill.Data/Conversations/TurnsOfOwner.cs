using SkillDistill.Domain;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Conversations;

public static class TurnsOfOwner
{
    /// <summary>Every question to the agent of this owner, whoever asked. To count and to end answers by; not to be shown.</summary>
    public static IQueryable<Turn> TurnsOf(this SkillDistillDb db, Id<Person> owner) => db.Turns.Where(turn => db.Conversations.Any(
        conversation => conversation.Id == turn.ConversationId && db.Agents.Any(agent => agent.Id == conversation.AgentId && agent.OwnerId == owner)));
}
