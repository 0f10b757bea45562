using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Cards;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Questions;

/// <summary>
/// That colleagues asked the signed-in person's agent: when, which of their cards were cited, what came of it, and who, where the asker lets them know and the organisation does. Never
/// what was asked, and never the title of the conversation, which repeats it.
/// </summary>
internal sealed class ReadQuestions(SkillDistillDb db, IOptions<AskingOptions> options, CurrentPerson me)
{
    public const int AtOnce = 50;

    /// <summary>The newest first.</summary>
    /// <param name="before">Only those that were answered earlier; null for the newest.</param>
    public async Task<IReadOnlyList<AskedRow>> Async(DateTimeOffset? before, CancellationToken cancellationToken)
    {
        var named = options.Value.Names != AskerNames.Never;
        var rows = await (from agent in db.Agents
                          where agent.OwnerId == me.Id
                          join conversation in db.Conversations on agent.Id equals conversation.AgentId
                          where !conversation.IsTrial
                          join turn in db.Turns on conversation.Id equals turn.ConversationId
                          where turn.State == TurnState.Answered && (before == null || turn.AnsweredAt < before)
                          orderby turn.AnsweredAt descending, turn.Id
                          select new
                          {
                              turn.Id,
                              turn.AnsweredAt,
                              turn.Verdict,
                              Asker = db.People.Where(person => person.Id == conversation.AskerId && conversation.ShowsAsker && named).Select(person => person.Name).FirstOrDefault(),
                          }).Take(AtOnce).ToListAsync(cancellationToken);
        var turns = rows.ConvertAll(row => row.Id);
        var cited = await db.Citations.Where(citation => turns.Contains(citation.TurnId)).Select(citation => new { citation.TurnId, citation.CardId }).Distinct().ToListAsync(cancellationToken);
        var ids = cited.ConvertAll(citation => citation.CardId);
        var titles = await db.OwnCards(me.Id).AsNoTracking().Where(own => ids.Contains(own.Card.Id)).Select(own => new { own.Card.Id, own.Revision.Text.Title }).ToDictionaryAsync(own => own.Id, own => own.Title, cancellationToken);
        return [.. rows.Select(row => new AskedRow(
            row.AnsweredAt!.Value,
            row.Verdict!.Value,
            row.Asker,
            [.. cited.Where(citation => citation.TurnId == row.Id && titles.ContainsKey(citation.CardId)).Select(citation => new AskedCard(citation.CardId, titles[citation.CardId])).OrderBy(card => card.Title, StringComparer.CurrentCulture)]))];
    }
}

/// <param name="Asker">Null where they keep it to themselves.</param>
/// <param name="Cards">The cited cards as they are called now.</param>
internal sealed record AskedRow(DateTimeOffset At, Verdict Verdict, string? Asker, IReadOnlyList<AskedCard> Cards);

internal sealed record AskedCard(Id<Card> Id, string Title);
