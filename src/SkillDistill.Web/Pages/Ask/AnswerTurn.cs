using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Erasures;
using SkillDistill.Distillation.Answering;
using SkillDistill.Domain;
using SkillDistill.Domain.Conversations;

namespace SkillDistill.Web.Pages.Ask;

/// <summary>
/// One turn from its claim to its end. Consent is asked before the first card is read, again while the answer runs, and once more in the moment
/// it is kept; when it no longer holds, nothing of the answer stays.
/// </summary>
internal sealed class AnswerTurn(
    Id<Turn> turnId, RunningAnswer answer, SkillDistillDb db, PrepareBrief prepare, AnswerQuestion answerQuestion, IServiceScopeFactory scopes, TimeProvider clock)
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
        using var limit = new CancellationTokenSource(DeskLimits.Longest, clock);
        using var revoked = new CancellationTokenSource();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(closing, limit.Token, revoked.Token, answer.Stopping);
        using var watch = CancellationTokenSource.CreateLinkedTokenSource(ending.Token);
        var watching = WatchAsync(prepared, revoked, watch.Token);
        FinalPiece? final = null;
        try
        {
            final = await ComposeAsync(prepared.Brief, ending.Token);
        }
        catch (OperationCanceledException) when (!closing.IsCancellationRequested)
        {
            // Stopped, revoked or out of time; which of them is told below.
        }
        finally
        {
            await watch.CancelAsync();
            await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await KeepAsync(turn, prepared, final, revoked.IsCancellationRequested, limit.IsCancellationRequested, closing);
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
        await foreach (var piece in answerQuestion.AnswerAsync(brief, cancellationToken))
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
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            var look = scope.ServiceProvider.GetRequiredService<SkillDistillDb>();
            if (!await scope.ServiceProvider.GetRequiredService<PrepareBrief>().StillPermittedAsync(prepared, cancellationToken))
            {
                await revoked.CancelAsync();
                return;
            }

            var until = clock.GetUtcNow() + DeskLimits.Claim;
            await look.Turns.Where(turn => turn.Id == turnId).ExecuteUpdateAsync(set => set.SetProperty(turn => turn.ClaimedUntil, until), cancellationToken);
            if (await look.Turns.AnyAsync(turn => turn.Id == turnId && turn.StopRequested, cancellationToken))
            {
                answer.Stop();
                return;
            }
        }
    }

    private async Task KeepAsync(Turn turn, PreparedBrief prepared, FinalPiece? final, bool revoked, bool outOfTime, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockWordsOfAsync(prepared.Source.OwnerId, cancellationToken);
        var now = clock.GetUtcNow();
        if (revoked || !await prepare.StillPermittedAsync(prepared, cancellationToken))
        {
            turn.BreakOff(TurnState.Ended, "", [], "", now);
        }
        else if (final is not null)
        {
            turn.Complete(final.Answer, prepared.ConsentSequence, now);
        }
        else
        {
            var (text, citations) = answer.Arrived();
            turn.BreakOff(outOfTime ? TurnState.Failed : TurnState.Stopped, text, citations, "", now);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        Debug.Assert(turn.State != TurnState.Pending, "A turn that was kept has come to an end.");
    }
}
