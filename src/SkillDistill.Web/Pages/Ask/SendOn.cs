using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Stores;
using SkillDistill.Domain;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Notifications;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Ask;

/// <summary>Sends a question that an agent could not tell on to its owner, and takes it back again. Nothing but the question goes along, and the name only where the asker says so.</summary>
internal sealed class SendOn(SkillDistillDb db, ReadConversation read, CurrentPerson me, TimeProvider clock)
{
    /// <returns>Null where there is no such turn for this asker, or nobody to send it to.</returns>
    public async Task<Outcome<Gap>?> SendAsync(Id<Conversation> conversation, Id<Turn> id, GapWords words, CancellationToken cancellationToken)
    {
        if (await read.OfAnotherAsync(conversation, id, cancellationToken) is not var (turn, agent))
        {
            return null;
        }

        if (await db.Gaps.CountAsync(gap => gap.AskerId == me.Id && gap.OwnerId == agent.OwnerId && gap.RepliedAt == null, cancellationToken) >= Gap.MostOpen)
        {
            return new TooManySentOn(Gap.MostOpen);
        }

        var sent = Gap.Send(turn, me.Id, agent.OwnerId, words, clock.GetUtcNow());
        if (sent.Refusal is null)
        {
            db.Gaps.Add(sent.Value);
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

    /// <summary>Nobody is asked any more. A reply that has come meanwhile stays: it may not have been read.</summary>
    /// <returns>Whether a reply had come.</returns>
    public async Task<bool> TakeBackAsync(Id<Turn> turn, CancellationToken cancellationToken)
    {
        var mine = await db.Gaps.Where(gap => gap.TurnId == turn && gap.AskerId == me.Id).Select(gap => gap.Id).ToListAsync(cancellationToken);
        if (await db.Gaps.Where(gap => mine.Contains(gap.Id) && gap.RepliedAt == null).ExecuteDeleteAsync(cancellationToken) == 0)
        {
            return mine.Count > 0;
        }

        var keys = mine.ConvertAll(Gap.KeyOf);
        await db.PutOffQuestions.Where(question => keys.Contains(question.Key)).ExecuteDeleteAsync(cancellationToken);
        return false;
    }
}
