using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Conversations;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Ask.Opinions;

/// <summary>Two answers to one question as their asker may read them now: each as its own conversation shows it, and as absent where that is not there any more.</summary>
internal sealed class ReadOpinion(SkillDistillDb db, CurrentPerson me, ReadConversation read)
{
    /// <returns>Null where there is no such pair for this asker, or nothing of it can be read.</returns>
    public async Task<OpinionView?> Async(Id<SecondOpinion> id, CancellationToken cancellationToken)
    {
        if (await db.SecondOpinions.AsNoTracking().FirstOrDefaultAsync(opinion => opinion.Id == id && opinion.AskerId == me.Id, cancellationToken) is not { } opinion)
        {
            return null;
        }

        var view = new OpinionView(opinion.Id, opinion.AskedAt, await HalfAsync(opinion.FirstId, 1, cancellationToken), await HalfAsync(opinion.SecondId, 2, cancellationToken));
        return view.First is null && view.Second is null ? null : view;
    }

    private async Task<TurnOnPage?> HalfAsync(Id<Turn> id, int place, CancellationToken cancellationToken)
    {
        var conversation = await db.Turns.Where(turn => turn.Id == id).Select(turn => turn.ConversationId).FirstAsync(cancellationToken);
        return await read.Async(conversation, cancellationToken) is { } view ? new TurnOnPage(view, view.Turns.Single(turn => turn.Turn.Id == id)) { Place = place, IsHalf = true } : null;
    }
}

/// <param name="First">Null where it is not there to be read any more.</param>
/// <param name="Second">Likewise.</param>
internal sealed record OpinionView(Id<SecondOpinion> Id, DateTimeOffset AskedAt, TurnOnPage? First, TurnOnPage? Second)
{
    public string Question => (First ?? Second)!.View.Turn.Question;

    public IEnumerable<TurnOnPage?> Halves => [First, Second];

    public bool IsComplete => Halves.All(half => half is null || half.View.Turn.State != TurnState.Pending);

    /// <summary>Null where one of the two cites nothing that could be compared.</summary>
    public Comparison? Comparison => Cards(First) is { Count: > 0 } first && Cards(Second) is { Count: > 0 } second ? Comparison.Of(first, second) : null;

    private static List<Domain.Profiles.CardText> Cards(TurnOnPage? half) =>
        half is null or { View.IsWithheld: true } or { View.Turn.State: not TurnState.Answered } ? [] : [.. half.View.Citations.DistinctBy(citation => citation.RevisionId).Select(citation => citation.Text)];
}
