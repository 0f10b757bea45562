using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Data.Erasures;

/// <summary>Why an owner published a version that failed a case may repeat the words of a card that they erase: then the reason goes too, and that there was one stays.</summary>
internal static class EraseWaivers
{
    public static async Task EraseWaiversAboutAsync(this SkillDistillDb db, IQueryable<Card> cards, CancellationToken cancellationToken)
    {
        var passages = await db.PassagesAsync(cards, cancellationToken);
        var agents = db.Agents.Where(agent => cards.Any(card => card.OwnerId == agent.OwnerId)).Select(agent => agent.Id);
        var waived = await db.Replays.Where(replay => replay.Waiver != "" && db.AgentVersions.Any(version => version.Id == replay.VersionId && agents.Contains(version.AgentId)))
            .Select(replay => new { replay.VersionId, replay.Waiver }).ToListAsync(cancellationToken);
        var repeating = waived.Where(replay => passages.AreIn(replay.Waiver)).Select(replay => replay.VersionId).ToList();
        await db.Replays.Where(replay => repeating.Contains(replay.VersionId)).ExecuteUpdateAsync(set => set.SetProperty(replay => replay.Waiver, ""), cancellationToken);
    }
}
