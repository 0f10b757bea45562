using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Erasures;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Data.Erasures;

/// <summary>
/// The one place where cards and their revisions are ever taken away; anywhere else a revision stays as it was written. With them goes whatever
/// repeats their words: answers that quote them, and their places in agent versions, whose digests stay.
/// </summary>
internal static class EraseCards
{
    public static async Task EraseCardsAsync(this SkillDistillDb db, IQueryable<Card> cards, Erasure erasure, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = cards.Select(card => card.Id);
        erasure.Did(ErasedPart.Answers, await db.EraseAnswersToAsync(cards, cancellationToken), now);
        await db.EraseWaiversAboutAsync(cards, cancellationToken);
        // What was said about a card may repeat it, and is about nothing without it.
        var disagreements = db.Disagreements.Where(disagreement => (disagreement.SettledCardId != null && ids.Contains(disagreement.SettledCardId.Value)) || disagreement.Cards.Any(disputed => ids.Contains(disputed.CardId)));
        erasure.Did(ErasedPart.Disagreements, await disagreements.ExecuteDeleteAsync(cancellationToken), now);
        await db.AgentVersions.Where(version => version.Cards.Any(pinned => ids.Contains(pinned.CardId))).ExecuteUpdateAsync(
            set => set.SetProperty(version => version.ErasedCards, version => version.ErasedCards + version.Cards.Count(pinned => ids.Contains(pinned.CardId))), cancellationToken);
        erasure.Did(ErasedPart.Pins, await db.PinnedCards.Where(pinned => ids.Contains(pinned.CardId)).ExecuteDeleteAsync(cancellationToken), now);

        // Counted, not deleted: an edit that comes between goes with its card by the cascade.
        erasure.Did(ErasedPart.Revisions, await db.CardRevisions.CountAsync(revision => ids.Contains(revision.CardId), cancellationToken), now);
        erasure.Did(ErasedPart.Cards, await cards.ExecuteDeleteAsync(cancellationToken), now);
    }
}
