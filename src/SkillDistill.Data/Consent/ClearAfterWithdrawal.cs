using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Conversations;
using SkillDistill.Data.Jobs;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Data.Consent;

/// <summary>
/// Takes away what was made under a consent that holds no more: an agent's compiled instructions, what an encoder made of its cards, here or outside, their words in the index, and its being published. Notes when, for the page
/// that shows the owner where it stopped. Done every few seconds; asks the store each time, so that nothing is forgotten by a crash.
/// </summary>
public sealed class ClearAfterWithdrawal(SkillDistillDb db, TimeProvider clock) : IChore
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (hold, distil) = (Standing(Purpose.HoldProfile, now), Standing(Purpose.DistilAgent, now));
        var clearing = db.Stops.Where(stop => stop.StoppedAt == null && stop.Surface == Surface.Prompts).Select(stop => stop.SubjectId);
        // Of each agent whether its owner still agrees, and not of everybody who agrees whether they have one: they are the fewer.
        var agents = db.Agents.Where(agent => !hold.Any(consent => consent.SubjectId == agent.OwnerId) || !distil.Any(consent => consent.SubjectId == agent.OwnerId) || clearing.Contains(agent.OwnerId));
        await db.AgentVersions.Where(version => version.Instructions != "" && agents.Any(agent => agent.Id == version.AgentId))
            .ExecuteUpdateAsync(set => set.SetProperty(version => version.Instructions, "").SetProperty(version => version.Encoder, ""), cancellationToken);
        // From the few agents to their cards: the other way round, every revision of everybody would be looked at every few seconds.
        var revisions = from agent in agents
                        join card in db.Cards on agent.OwnerId equals card.OwnerId
                        join revision in db.CardRevisions on card.Id equals revision.CardId
                        select revision.Id;
        await db.CardMeanings.Where(meaning => revisions.Contains(meaning.RevisionId)).ExecuteDeleteAsync(cancellationToken);
        var answering = Standing(Purpose.AnswerColleagues, now);
        var silent = db.Agents.Where(agent => agents.Any(cleared => cleared.Id == agent.Id) || !answering.Any(consent => consent.SubjectId == agent.OwnerId)).Select(agent => agent.OwnerId);
        await db.IndexedCards.Where(card => silent.Contains(card.OwnerId)).ExecuteDeleteAsync(cancellationToken);
        await agents.Where(agent => agent.PublishedVersionId != null)
            .ExecuteUpdateAsync(set => set.SetProperty(agent => agent.PublishedVersionId, (Domain.Id<Domain.Agents.AgentVersion>?)null).SetProperty(agent => agent.PublishedAt, (DateTimeOffset?)null), cancellationToken);

        await ClearMadeOutsideAsync(now, cancellationToken);
        await db.Stops.Where(stop => stop.StoppedAt == null && (stop.Surface == Surface.Prompts || stop.Surface == Surface.Index)).ExecuteUpdateAsync(set => set.SetProperty(stop => stop.StoppedAt, now), cancellationToken);
        await NoteAnswersAsync(cancellationToken);
    }

    /// <summary>What an encoder outside made of cards whose owner lets none be sent there any more. The cards are read by the local one then.</summary>
    private async Task ClearMadeOutsideAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sending = Standing(Purpose.UseExternalModel, now);
        var clearing = db.Stops.Where(stop => stop.StoppedAt == null && stop.Surface == Surface.Index).Select(stop => stop.SubjectId);
        // Versions say it of whole profiles; of one that was taken back while it was being read, the withdrawal.
        var readOutside = db.AgentVersions.Where(version => version.Encoder != "" && version.Encoder != Meaning.InProcess).Select(version => version.AgentId);
        var owners = await db.Agents.Where(agent => clearing.Contains(agent.OwnerId) || (readOutside.Contains(agent.Id) && !sending.Any(consent => consent.SubjectId == agent.OwnerId))).Select(agent => agent.OwnerId).ToListAsync(cancellationToken);
        if (owners.Count == 0)
        {
            return;
        }

        await db.AgentVersions.Where(version => version.Encoder != Meaning.InProcess && db.Agents.Any(agent => agent.Id == version.AgentId && owners.Contains(agent.OwnerId)))
            .ExecuteUpdateAsync(set => set.SetProperty(version => version.Encoder, ""), cancellationToken);
        var revisions = from card in db.Cards
                        join revision in db.CardRevisions on card.Id equals revision.CardId
                        where owners.Contains(card.OwnerId)
                        select revision.Id;
        await db.CardMeanings.Where(meaning => meaning.Encoder != Meaning.InProcess && revisions.Contains(meaning.RevisionId)).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>
    /// In force, or asked again and not answered yet: the agent is suspended then, as every reader asks, and goes on after a yes. It is not taken apart for
    /// words that an admin changed.
    /// </summary>
    private IQueryable<Domain.Consent.Consent> Standing(Purpose purpose, DateTimeOffset now) => db.InForce(purpose, now)
        .Concat(db.Consents.Where(consent => consent.Purpose == purpose && (consent.State == ConsentState.Requested || consent.State == ConsentState.Deferred)));

    /// <summary>An answer stopped when it was kept as ended, which is before this looks.</summary>
    private async Task NoteAnswersAsync(CancellationToken cancellationToken)
    {
        foreach (var stop in await db.Stops.Where(stop => stop.StoppedAt == null && stop.Surface == Surface.RunningAnswers).ToListAsync(cancellationToken))
        {
            var turns = db.TurnsOf(stop.SubjectId).Where(turn => turn.AskedAt <= stop.WithdrawnAt);
            if (!await turns.AnyAsync(turn => turn.State == TurnState.Pending, cancellationToken))
            {
                var last = await turns.Where(turn => turn.AnsweredAt > stop.WithdrawnAt).OrderByDescending(turn => turn.AnsweredAt).Select(turn => turn.AnsweredAt).FirstOrDefaultAsync(cancellationToken);
                stop.Note(last ?? stop.WithdrawnAt);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
