using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Distillation.Answering;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Models;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Admin.Models;
using SkillDistill.Web.Pages.Ask;
using SkillDistill.Web.Pages.Consent;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Agents;

/// <summary>
/// Answers a question to the owner as somebody else would be answered, and says how the answer came about. Nothing of it is kept. A model outside is asked only where it
/// would be for a colleague: with the owner's consent.
/// </summary>
internal sealed class ExplainAnswer(SkillDistillDb db, AskAgent ask, PrepareBrief prepare, AnswerQuestion answerQuestion, ModelBudget budget, CurrentPerson me, TimeProvider clock)
{
    /// <param name="team">Of which the pretended colleague is; not looked at otherwise.</param>
    /// <returns>Null where the owner has no such version that may answer them.</returns>
    public async Task<Outcome<ExplainedAnswer>?> AsAsync(int number, Pretending pretending, Guid? team, string question, CancellationToken cancellationToken)
    {
        if (await ask.OwnVersions().Include(known => known.Cards).FirstOrDefaultAsync(known => known.Number == number, cancellationToken) is not { } version)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var lineage = pretending == Pretending.Team && team is { } chosen ? me.Teams.Lineage(new Id<Team>(chosen)) : [];
        if (pretending == Pretending.Team && lineage.Count == 0)
        {
            return new TeamNotChosen();
        }

        // A turn that is not kept: the same rules hold for what may be asked.
        if (Conversation.Start(me.Id, version.AgentId, isTrial: true, now).Ask(question, version.Id, now) is { Refusal: { } refusal })
        {
            return refusal;
        }

        if (version.Instructions.Length == 0)
        {
            return new PromptForgotten(number);
        }

        var asker = pretending == Pretending.Myself ? null : new Asker(Id<Person>.New(), lineage);
        return await ExplainAsync(version, asker, question.ReplaceLineEndings("\n").Trim(), now, cancellationToken);
    }

    private async Task<ExplainedAnswer> ExplainAsync(AgentVersion version, Asker? asker, string question, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var consents = await OwnConsents.LoadAsync(db, me.Id, now, cancellationToken);
        var own = await (from card in db.Cards.AsNoTracking()
                         join revision in db.CardRevisions.AsNoTracking() on card.CurrentRevisionId equals revision.Id
                         where card.OwnerId == me.Id
                         orderby revision.Text.Title
                         select new { Card = card, revision.Text.Kind, revision.Text.Title }).ToListAsync(cancellationToken);
        var pinned = version.Cards.Select(card => card.CardId).ToHashSet();
        var why = own.ToDictionary(row => row.Card.Id, row => ConsideringRule.WhyNot(
            pinned.Contains(row.Card.Id),
            DistillingRule.WhyLeftOut(row.Card.Status, row.Kind, row.Card.Audience.Scope, row.Card.ReviewBy, consents.InForce(Purpose.ImitateVoice), now),
            row.Card.Audience,
            asker));
        var all = await prepare.ForOwnAsync(version, me.Id, question, cancellationToken);
        var brief = all with { Cards = [.. all.Cards.Where(card => why.GetValueOrDefault(card.CardId) is null)] };
        var weighed = brief.Cards.Select(card => card.CardId).ToHashSet();
        var answer = await AnswerAsync(version, brief, cancellationToken);
        return new ExplainedAnswer(
            answer,
            answerQuestion.Explain(brief),
            [.. own.Where(row => !weighed.Contains(row.Card.Id)).Select(row => new UnweighedCard(row.Card.Id, row.Title, why[row.Card.Id] ?? NotConsidered.Voice)).Where(card => card.Why != NotConsidered.SetAside)],
            asker is null || (consents.MissingFor(Purpose.AnswerColleagues).Count == 0 && consents.AudienceOf(Purpose.AnswerColleagues)!.Includes(asker)),
            brief.Now);
    }

    private async Task<Answer> AnswerAsync(AgentVersion version, Brief brief, CancellationToken cancellationToken)
    {
        var reached = brief.MayUseExternalModel ? await budget.ReachedAsync(me.Id, version.AgentId, cancellationToken) : null;
        return await budget.MeteredAsync(ModelTask.Answers, me.Id, version.AgentId, meter => answerQuestion.WholeAsync(brief with { Barred = reached?.StandIn }, meter, cancellationToken));
    }
}

/// <param name="LeftOut">The owner's cards that were not even weighed, but for those set aside.</param>
/// <param name="CanAsk">Whether such a colleague could ask at all, as the owner's consents stand.</param>
internal sealed record ExplainedAnswer(Answer Answer, Explanation Explanation, IReadOnlyList<UnweighedCard> LeftOut, bool CanAsk, DateTimeOffset At)
{
    /// <summary>The numbers by which the answer cites a card.</summary>
    public IEnumerable<CitedQuote> QuotesOf(Id<Card> card) => Answer.Citations.Where(citation => citation.CardId == card);
}

internal sealed record UnweighedCard(Id<Card> CardId, string Title, NotConsidered Why);

internal sealed record TeamNotChosen : Refusal
{
    public override string? Field => nameof(PlaygroundModel.Team);
}
