using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Stores;
using SkillDistill.Distillation.Answering;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.Models;
using SkillDistill.Web.Pages.Admin.Models;
using SkillDistill.Web.Pages.Agents;
using SkillDistill.Web.Pages.Ask;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Interviews;

/// <summary>
/// Sets what the owner answered beforehand beside what their agent says, with their profile and without it. Nothing of it is kept but the owner's own marks and what later
/// versions are held to by them (<see cref="AcceptAnswer"/>), and nobody else is shown any of it.
/// </summary>
internal sealed class CompareHoldouts(
    SkillDistillDb db, AskAgent ask, PrepareBrief prepare, AnswerQuestion answerQuestion, AnswerWithoutProfile withoutProfile, AcceptAnswer accept, ModelBudget budget, CurrentPerson me, TimeProvider clock)
{
    /// <summary>What the owner says of an answer of the agent's: a part of their own answer, as everything they write.</summary>
    public const string Mark = "mark";

    /// <summary>The newest version that can still answer; null where there is none.</summary>
    public Task<AgentVersion?> VersionAsync(CancellationToken cancellationToken) =>
        ask.OwnVersions().Where(version => version.Instructions != "").OrderByDescending(version => version.Number).FirstOrDefaultAsync(cancellationToken);

    public static IReadOnlyList<InterviewAnswer> Of(InterviewSoFar soFar) =>
    [
        .. soFar.Protocol.Probes.Where(probe => probe.Shape == ProbeShape.Holdout).SelectMany(probe => soFar.Answers.Where(answer => answer.Probe == probe.Key))
            .Where(answer => answer.Parts["question"].Length > 0 && answer.Parts["answer"].Length > 0).OrderBy(answer => answer.Place).ThenBy(answer => answer.Id),
    ];

    public async Task<Compared> AskAsync(AgentVersion version, string question, CancellationToken cancellationToken)
    {
        var brief = await prepare.ForOwnAsync(version, me.Id, question, cancellationToken);
        var reached = brief.MayUseExternalModel ? await budget.ReachedAsync(me.Id, version.AgentId, cancellationToken) : null;
        return await budget.MeteredAsync(ModelTask.Comparison, me.Id, version.AgentId, async meter =>
        {
            var with = await answerQuestion.WholeAsync(brief with { Barred = reached?.StandIn }, meter, cancellationToken);
            // What no agent is to say about people, no model says in its stead.
            var mayAsk = brief.MayUseExternalModel && reached is null && with.Reason != VerdictReason.AboutPeople;
            return new Compared(with, await withoutProfile.AnswerAsync(question, mayAsk, meter, cancellationToken), reached);
        });
    }

    /// <param name="number">The version whose answer is marked.</param>
    /// <returns>Whether there is such an answer of theirs.</returns>
    public async Task<bool> MarkAsync(InterviewSoFar soFar, string slot, HoldoutMark? mark, int number, CancellationToken cancellationToken)
    {
        if (Of(soFar).FirstOrDefault(answer => answer.Slot == slot) is not { } answer)
        {
            return false;
        }

        answer.Write(answer.Parts.With(Mark, mark?.ToString()), answer.Revision, clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException failure) when (failure.IsCollision())
        {
            // Pressed in two windows at once: the other press stands, and the page shows which it was.
            db.ChangeTracker.Clear();
            return true;
        }

        if (await ask.OwnVersions().FirstOrDefaultAsync(version => version.Number == number && version.Instructions != "", cancellationToken) is { } version)
        {
            await (mark == HoldoutMark.AsIWould ? accept.AcceptAsync(version, answer, cancellationToken) : accept.TakeBackAsync(version, answer, cancellationToken));
        }

        return true;
    }

    /// <returns>Whether there is such an answer of theirs.</returns>
    public async Task<bool> DropAsync(InterviewSoFar soFar, string slot, CancellationToken cancellationToken)
    {
        if (Of(soFar).FirstOrDefault(answer => answer.Slot == slot) is not { } answer)
        {
            return false;
        }

        await accept.DropAsync(answer, cancellationToken);
        return true;
    }
}

/// <param name="Without">Null where there is no model that could say anything without cards.</param>
/// <param name="Reached">The limit for which no model was asked, or null.</param>
internal sealed record Compared(Answer With, string? Without, ModelLimitReached? Reached);

/// <summary>How the owner finds the agent's answer beside their own.</summary>
internal enum HoldoutMark
{
    AsIWould,
    Partly,
    Otherwise,
}
