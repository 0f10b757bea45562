using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Stores;
using SkillDistill.Domain;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Notifications;
using SkillDistill.Web.Pages.Ask;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Disagreements;

/// <summary>A colleague says that they would not do what an agent answered, takes it back while it is open, and tells later how it turned out.</summary>
internal sealed class Disagree(SkillDistillDb db, ReadConversation read, CurrentPerson me, TimeProvider clock)
{
    /// <returns>Null where there is no such answer for this colleague, or nobody to send it to.</returns>
    public async Task<Outcome<Disagreement>?> SendAsync(Id<Conversation> conversation, Id<Turn> id, DisagreementWords words, CancellationToken cancellationToken)
    {
        if (await read.OfAnotherAsync(conversation, id, cancellationToken) is not var (turn, agent))
        {
            return null;
        }

        if (await db.Disagreements.CountAsync(disagreement => disagreement.AskerId == me.Id && disagreement.OwnerId == agent.OwnerId && disagreement.SettledAt == null, cancellationToken) >= Disagreement.MostOpen)
        {
            return new TooManyDisagreements(Disagreement.MostOpen);
        }

        var sent = Disagreement.Send(turn, me.Id, agent.OwnerId, words, agent.TakesNamedOnly, clock.GetUtcNow());
        if (sent.Refusal is null)
        {
            db.Disagreements.Add(sent.Value);
            db.Notifications.Add(Notification.Sent(sent.Value));
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException failure) when (failure.IsCollision())
            {
                // Pressed twice: it is sent.
                db.ChangeTracker.Clear();
            }
        }

        return sent;
    }

    /// <summary>The owner does not have it any more. What is settled stays: it is on record why a card says what it says.</summary>
    public Task<int> TakeBackAsync(Id<Disagreement> id, CancellationToken cancellationToken) =>
        db.Disagreements.Where(disagreement => disagreement.Id == id && disagreement.AskerId == me.Id && disagreement.SettledAt == null).ExecuteDeleteAsync(cancellationToken);

    /// <returns>Null where this colleague said no such thing.</returns>
    public async Task<Outcome<Disagreement>?> TellHowItTurnedOutAsync(Id<Disagreement> id, string? words, CancellationToken cancellationToken)
    {
        if (await db.Disagreements.FirstOrDefaultAsync(disagreement => disagreement.Id == id && disagreement.AskerId == me.Id, cancellationToken) is not { } disagreement)
        {
            return null;
        }

        var told = disagreement.TellHowItTurnedOut(words ?? "", clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return told;
    }
}
