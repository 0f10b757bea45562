using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Coverage.Counting;
using SkillDistill.Domain;
using SkillDistill.Domain.Erasures;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Erasures;

/// <summary>Takes away all that a person brought in, wrote, made, declared and asked. What they decided about consent is erased by the ledger.</summary>
internal static class EraseProfile
{
    public static async Task EraseProfileAsync(this SkillDistillDb db, Id<Person> owner, Erasure erasure, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Before a night's count reads how they are counted, or after it has kept that.
        await db.LockAsync(nameof(CountCrowds), cancellationToken);
        erasure.Did(ErasedPart.Conversations, await db.Conversations.Where(conversation => conversation.AskerId == owner).ExecuteDeleteAsync(cancellationToken), now);
        erasure.Did(ErasedPart.Gaps, await db.Gaps.Where(gap => gap.OwnerId == owner || gap.AskerId == owner).ExecuteDeleteAsync(cancellationToken), now);
        erasure.Did(ErasedPart.Disagreements, await db.Disagreements.Where(disagreement => disagreement.OwnerId == owner || disagreement.AskerId == owner).ExecuteDeleteAsync(cancellationToken), now);
        erasure.Did(ErasedPart.Credits, await db.Credits.Where(credit => credit.AuthorId == owner).ExecuteDeleteAsync(cancellationToken), now);
        await db.Credits.Where(credit => credit.AskerId == owner).ExecuteUpdateAsync(set => set.SetProperty(credit => credit.AskerId, (Id<Person>?)null), cancellationToken);
        var cards = db.Cards.Where(card => card.OwnerId == owner);
        var passages = await db.PassagesAsync(cards, cancellationToken);
        await db.EraseCardsAsync(cards, erasure, now, cancellationToken);
        await db.EraseAgentAsync(owner, passages, erasure, now, cancellationToken);
        var documents = db.SourceDocuments.Where(document => db.Sources.Any(source => source.Id == document.SourceId && source.OwnerId == owner)).Select(document => document.Id);
        await db.EraseDocumentsAsync(await documents.ToListAsync(cancellationToken), erasure, now, cancellationToken);
        await db.Sources.Where(source => source.OwnerId == owner).ExecuteDeleteAsync(cancellationToken);
        await db.EraseInterviewAsync(owner, erasure, now, cancellationToken);
        var counted = (await db.Agents.Where(agent => agent.OwnerId == owner).Select(agent => agent.Id).ToListAsync(cancellationToken)).Select(agent => agent.Value).Append(owner.Value).ToList();
        await db.ModelAllowances.Where(allowance => counted.Contains(allowance.Subject)).ExecuteDeleteAsync(cancellationToken);
        await db.Notifications.Where(notification => notification.PersonId == owner).ExecuteDeleteAsync(cancellationToken);
        await db.Handovers.Where(handover => handover.OwnerId == owner || (handover.SuccessorId == owner && handover.DoneAt == null)).ExecuteDeleteAsync(cancellationToken);
        await db.Cards.Where(card => card.FirstAuthorId == owner).ExecuteUpdateAsync(set => set.SetProperty(card => card.FirstAuthorId, (Id<Person>?)null), cancellationToken);
        await db.NotificationSettings.Where(settings => settings.PersonId == owner).ExecuteDeleteAsync(cancellationToken);
        await db.CoverageLooks.Where(look => look.PersonId == owner || look.LookerId == owner).ExecuteDeleteAsync(cancellationToken);
        // They stay somebody who was counted, and how is not known any more.
        await db.CrowdMembers.Where(member => member.PersonId == owner).ExecuteUpdateAsync(set => set.SetProperty(member => member.CountedAs, 0L), cancellationToken);
        await db.DecisionComments.Where(comment => comment.AuthorId == owner).ExecuteDeleteAsync(cancellationToken);
        await db.Decisions.Where(decision => decision.DecidedById == owner).ExecuteUpdateAsync(set => set.SetProperty(decision => decision.DecidedById, (Id<Person>?)null), cancellationToken);
        await db.SavedViews.Where(view => view.OwnerId == owner).ExecuteDeleteAsync(cancellationToken);
        await db.Stops.Where(stop => stop.SubjectId == owner).ExecuteDeleteAsync(cancellationToken);
        await db.Confirmations.Where(confirmation => confirmation.PeerId == owner).ExecuteDeleteAsync(cancellationToken);
        erasure.Did(ErasedPart.Levels, await db.Proficiencies.Where(level => level.PersonId == owner).ExecuteDeleteAsync(cancellationToken), now);
    }

    /// <summary>
    /// Every answer of the agent goes, and the agent with all its versions; where others asked it, an empty one stays for their questions to hang on.
    /// </summary>
    private static async Task EraseAgentAsync(this SkillDistillDb db, Id<Person> owner, Passages passages, Erasure erasure, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var agents = db.Agents.Where(agent => agent.OwnerId == owner);
        var conversations = db.Conversations.Where(conversation => agents.Any(agent => agent.Id == conversation.AgentId));
        await db.RenameAsync(conversations, passages, cancellationToken);
        erasure.Did(ErasedPart.Answers, await db.EraseAnswersAsync(db.Turns.Where(turn => conversations.Any(conversation => conversation.Id == turn.ConversationId)), cancellationToken), now);
        erasure.Did(ErasedPart.Versions, await db.AgentVersions.Where(version => agents.Any(agent => agent.Id == version.AgentId)).ExecuteDeleteAsync(cancellationToken), now);
        await agents.Where(agent => !db.Conversations.Any(conversation => conversation.AgentId == agent.Id)).ExecuteDeleteAsync(cancellationToken);
        await agents.ExecuteUpdateAsync(
            set => set.SetProperty(agent => agent.Headline, "")
                .SetProperty(agent => agent.TakesNamedOnly, false)
                .SetProperty(agent => agent.PublishedVersionId, (Id<Domain.Agents.AgentVersion>?)null)
                .SetProperty(agent => agent.PublishedAt, (DateTimeOffset?)null)
                .SetProperty(agent => agent.VersionCount, 0),
            cancellationToken);
    }
}
