using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Distillation.Interviews.Suggesting;
using SkillDistill.Distillation.Models;
using SkillDistill.Domain;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.Models;
using SkillDistill.Web.Pages.Admin.Models;
using SkillDistill.Web.Pages.Consent;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Interviews;

/// <summary>
/// Lets the external model read one answer of the owner's, at their press, to ask one thing more or to propose cards. Consent is looked up before anything is sent and again before
/// anything is kept; without it nothing here is offered, and the interview is whole without.
/// </summary>
internal sealed class AskTheModel(SkillDistillDb db, OwnInterview own, SuggestQuestion suggestQuestion, SuggestCards suggestCards, ModelRecipient recipient, ModelBudget budget, TakingIn takingIn, CurrentPerson me, TimeProvider clock)
{
    /// <summary>The recipient that the owner agreed to; null where there is none, and nothing is offered.</summary>
    public async Task<string?> WhomAsync(CancellationToken cancellationToken) =>
        recipient is { Words: not null, Name: { } name } && await db.ConsentingToSend(name, clock.GetUtcNow()).ContainsAsync(me.Id, cancellationToken) ? name : null;

    public async Task<Refusal?> ForQuestionAsync(Step step, InterviewAnswer row, IReadOnlyList<string> asked, CancellationToken cancellationToken)
    {
        if (!AskFurther.LeavesRoom(step.Probe, row))
        {
            return new NothingSuggested();
        }

        return await AskAsync(row, async meter => await suggestQuestion.AboutAsync(step.Probe, row, asked, mayUseExternalModel: true, meter, cancellationToken), (answer, question) => answer.AskedBy(question), cancellationToken);
    }

    public Task<Refusal?> ForCardsAsync(Step step, InterviewAnswer row, CancellationToken cancellationToken) =>
        AskAsync(row, async meter => await suggestCards.InAsync(step.Probe, row, mayUseExternalModel: true, meter, cancellationToken), (answer, cards) => answer.FoundBy(cards), cancellationToken);

    private async Task<Refusal?> AskAsync<T>(InterviewAnswer row, Func<TokenMeter, Task<Outcome<T>>> ask, Action<InterviewAnswer, T> keep, CancellationToken cancellationToken)
        where T : class
    {
        if (await WhyNotAsync(cancellationToken) is { } closed)
        {
            return closed;
        }

        if (await budget.ReachedAsync(me.Id, null, cancellationToken) is { } reached)
        {
            return reached;
        }

        var said = await budget.MeteredAsync(ModelTask.Interview, me.Id, null, ask);
        if (said.Refused(out var refusal))
        {
            return refusal;
        }

        // While the model thought, the owner may have taken consent back, or written on in another window.
        if (await WhyNotAsync(cancellationToken) is { } since)
        {
            return since;
        }

        db.ChangeTracker.Clear();
        if ((await own.FindAsync(cancellationToken))?.Answers.FirstOrDefault(answer => answer.Id == row.Id) is not { } now)
        {
            return new NothingSuggested();
        }

        keep(now, said.Value);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new AnswerChangedMeanwhile();
        }
    }

    private async Task<Refusal?> WhyNotAsync(CancellationToken cancellationToken) =>
        await takingIn.WhyNotAsync(me.Id, cancellationToken) ?? (await WhomAsync(cancellationToken) is null ? new ModelNotAgreed() : null);
}

/// <summary>The owner has not agreed, or not any more, that this model is sent anything.</summary>
internal sealed record ModelNotAgreed : Refusal;
