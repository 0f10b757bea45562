using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Data.Profiles;

/// <summary>What an event of the organisation's does to the cards that hold until it, whoever's they are. Nothing of them is read, and nothing told of them.</summary>
public static class EventsComingAbout
{
    /// <summary>
    /// Held, until the transaction ends, by whoever says that an event has happened or takes it off the list, and by whoever is about to keep a card that holds until it. So that no
    /// card is kept that waits for what is over.
    /// </summary>
    public static Task LockEventAsync(this SkillDistillDb db, Id<ExpectedEvent> id, CancellationToken cancellationToken) => db.LockAsync($"event:{id}", cancellationToken);

    /// <summary><see cref="Card.ComeAbout"/> for all cards that hold until this event, in one statement.</summary>
    public static async Task ComeAboutAsync(this SkillDistillDb db, Id<ExpectedEvent> id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var lastHeld = UntilCondition.LastHeld(now);
        await db.Cards.Where(card => card.EventId == id && card.CameAboutAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(card => card.CameAboutAt, now)
                .SetProperty(card => card.ReviewBy, card => card.ReviewBy < lastHeld ? card.ReviewBy : lastHeld),
            cancellationToken);
    }
}
