using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Data.Erasures;

/// <summary>
/// Takes the owner's words out of answers already given. Where an answer quotes them the whole of it goes, since a sentence beside the quote may say
/// the same in other words; the question stays with whoever asked it.
/// </summary>
internal static class EraseAnswers
{
    /// <summary>What a model worded without a card behind it may still repeat one.</summary>
    private const string Inferred = "[?]";

    /// <returns>How many answers are gone.</returns>
    public static async Task<int> EraseAnswersToAsync(this SkillDistillDb db, IQueryable<Card> cards, CancellationToken cancellationToken)
    {
        var passages = await db.PassagesAsync(cards, cancellationToken);
        var ids = cards.Select(card => card.Id);
        var agents = db.Agents.Where(agent => cards.Any(card => card.OwnerId == agent.OwnerId)).Select(agent => agent.Id);
        var unsure = await db.Turns
            .Where(turn => turn.AnswerText.Contains(Inferred) && db.Conversations.Any(conversation => conversation.Id == turn.ConversationId && agents.Contains(conversation.AgentId)))
            .Select(turn => new { turn.Id, turn.AnswerText }).ToListAsync(cancellationToken);
        var repeating = unsure.Where(turn => passages.AreIn(turn.AnswerText)).Select(turn => turn.Id).ToList();
        await db.RenameAsync(db.Conversations.Where(conversation => conversation.Turns.Any(turn => turn.Citations.Any(citation => ids.Contains(citation.CardId)))), passages, cancellationToken);
        return await db.EraseAnswersAsync(
            db.Turns.Where(turn => repeating.Contains(turn.Id) || turn.Citations.Any(citation => ids.Contains(citation.CardId))), cancellationToken);
    }

    /// <summary>Takes the answers of these turns away, with everything they cite. One on its way ends by itself: it looks before it is kept.</summary>
    /// <returns>How many answers are gone.</returns>
    public static async Task<int> EraseAnswersAsync(this SkillDistillDb db, IQueryable<Turn> turns, CancellationToken cancellationToken)
    {
        var erased = await turns.Where(turn => turn.State != TurnState.Pending && turn.State != TurnState.Erased).ExecuteUpdateAsync(
            set => set.SetProperty(turn => turn.State, TurnState.Erased)
                .SetProperty(turn => turn.AnswerText, "")
                .SetProperty(turn => turn.Verdict, (Verdict?)null)
                .SetProperty(turn => turn.VerdictReason, (VerdictReason?)null),
            cancellationToken);
        await db.Citations.Where(citation => db.Turns.Any(turn => turn.Id == citation.TurnId && turn.State == TurnState.Erased)).ExecuteDeleteAsync(cancellationToken);
        return erased;
    }

    /// <summary>A conversation whose title repeats the words goes by its first question again, as it did before somebody named it.</summary>
    public static async Task RenameAsync(this SkillDistillDb db, IQueryable<Conversation> conversations, Passages passages, CancellationToken cancellationToken)
    {
        var titled = await conversations.AsNoTracking().Include(conversation => conversation.Turns.Where(turn => turn.Ordinal == 1)).ToListAsync(cancellationToken);
        foreach (var conversation in titled.Where(conversation => passages.AreIn(conversation.Title)))
        {
            conversation.Rename(conversation.Turns[0].Question);
            await db.Conversations.Where(known => known.Id == conversation.Id).ExecuteUpdateAsync(set => set.SetProperty(known => known.Title, conversation.Title), cancellationToken);
        }
    }

    /// <summary>The words of these cards, by which those who repeat them are found.</summary>
    public static async Task<Passages> PassagesAsync(this SkillDistillDb db, IQueryable<Card> cards, CancellationToken cancellationToken) => Passages.Of(
        await cards.Join(db.CardRevisions, card => card.Id, revision => revision.CardId, (card, revision) => revision.Text).ToListAsync(cancellationToken));
}
