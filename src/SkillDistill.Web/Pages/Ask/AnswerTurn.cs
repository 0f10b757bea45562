using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Erasures;
using SkillDistill.Distillation.Answering;
using SkillDistill.Domain;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Models;
using SkillDistill.Web.Pages.Admin.Models;

namespace SkillDistill.Web.Pages.Ask;

/// <summary>
/// One turn from its claim to its end. Consent is asked before the first card is read, again while the answer runs, and once more in the moment
/// it is kept; when it no longer holds, nothing of the answer stays.
/// </summary>
internal sealed class AnswerTurn(
    Id<Turn> turnId, RunningAnswer answer, SkillDistillDb db, PrepareBrief prepare, AnswerQuestion answerQuestion, ModelBudget budget, IServiceScopeFactory scopes, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken closing)
    {
        if (!await ClaimAsync(closing))
        {
            return;
        }

        var turn = await db.Turns.Include(turn => turn.Citations).FirstAsync(turn => turn.Id == turnId, closing);
        if (await prepare.ForAsync(turn, closing) is not { } prepared)
        {
            turn.BreakOff(TurnState.Ended, "", [], "", clock.GetUtcNow());
            await db.SaveChangesAsync(closing);
            return;
        }

        answer.Prepared = prepared;
        var reached = prepared.Brief.MayUseExternalModel ? await budget.ReachedAsync(prepared.Source.Asker.PersonId, prepared.Source.AgentId, closing) : null;
        using var limit = new CancellationTokenSource(DeskLimits.Longest, clock);
        using var revoked = new CancellationTokenSource();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(closing, limit.Token, revoked.Token, answer.Stopping);
        using var watch = CancellationTokenSource.CreateLinkedTokenSource(ending.Token);
        var watching = WatchAsync(prepared, revoked, watch.Token);
        FinalPiece? final = null;
        try
        {
            final = await ComposeAsync(prepared.Brief with { Barred = reached?.StandIn }, ending.Token);
        }
        catch (OperationCanceledException) when (!closing.IsCancellationRequested)
        {
            // Stopped, revoked or out of time; which of them is told below.
        }
        finally
        {
            await watch.CancelAsync();
            await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await budget.ChargeAsync(ModelTask.Answers, prepared.Source.Asker.PersonId, prepared.Source.AgentId, answer.Meter.Used);
        }

        var ended = new Ended(final, reached, revoked.IsCancellationRequested, limit.IsCancellationRequested);
        await KeepAsync(turn, prepared, ended, closing);
    }

    private async Task<bool> ClaimAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var until = now + DeskLimits.Claim;
        return await db.Turns
            .Where(turn => turn.Id == turnId && turn.State == TurnState.Pending && (turn.ClaimedUntil == null || turn.ClaimedUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(turn => turn.ClaimedUntil, until), cancellationToken) == 1;
    }

    private async Task<FinalPiece?> ComposeAsync(Brief brief, CancellationToken cancellationToken)
    {
        await foreach (var piece in answerQuestion.AnswerAsync(brief, answer.Meter, cancellationToken))
        {
            switch (piece)
            {
                case CitationPiece citation:
                    answer.Cite(citation.Quote);
                    break;
                case TextPiece text:
                    answer.Append(text.Text);
                    break;
                case FinalPiece final:
                    return final;
            }
        }

        return null;
    }

    /// <summary>While the answer runs: does consent still hold, did the asker press stop on another node, and am I still at it?</summary>
    private async Task WatchAsync(PreparedBrief prepared, CancellationTokenSource revoked, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(DeskLimits.Check);
        for (var check = 1; await timer.WaitForNextTickAsync(cancellationToken); check++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var look = scope.ServiceProvider.GetRequiredService<SkillDistillDb>();
            if (!await scope.ServiceProvider.GetRequiredService<PrepareBrief>().StillPermittedAsync(prepared, cancellationToken))
            {
                await revoked.CancelAsync();
                return;
            }

            if (check % DeskLimits.ChecksToAClaim == 0)
            {
                var until = clock.GetUtcNow() + DeskLimits.Claim;
                await look.Turns.Where(turn => turn.Id == turnId).ExecuteUpdateAsync(set => set.SetProperty(turn => turn.ClaimedUntil, until), cancellationToken);
            }

            if (await look.Turns.AnyAsync(turn => turn.Id == turnId && turn.StopRequested, cancellationToken))
            {
                answer.Stop();
                return;
            }
        }
    }

    private async Task KeepAsync(Turn turn, PreparedBrief prepared, Ended ended, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockWordsOfAsync(prepared.Source.OwnerId, cancellationToken);
        var now = clock.GetUtcNow();
        if (answer.Meter.Used is { } used)
        {
            turn.Charge(used, budget.Price);
        }

        if (ended.IsRevoked || !await prepare.StillPermittedAsync(prepared, cancellationToken))
        {
            turn.BreakOff(TurnState.Ended, "", [], "", now);
        }
        else if (ended.Final is { } final)
        {
            turn.Complete(final.Answer, prepared.ConsentSequence, now, ended.Reached);
        }
        else
        {
            var (text, citations) = answer.Arrived();
            turn.BreakOff(ended.IsOutOfTime ? TurnState.Failed : TurnState.Stopped, text, citations, "", now);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        Debug.Assert(turn.State != TurnState.Pending, "A turn that was kept has come to an end.");
    }

    /// <param name="Final">Null where it was stopped, revoked or out of time.</param>
    /// <param name="Reached">The limit for which no model was asked.</param>
    private sealed record Ended(FinalPiece? Final, ModelLimitReached? Reached, bool IsRevoked, bool IsOutOfTime);
}
