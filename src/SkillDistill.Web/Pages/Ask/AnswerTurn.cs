using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Credits;
using SkillDistill.Data.Erasures;
using SkillDistill.Distillation.Answering;
using SkillDistill.Domain;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Models;
using SkillDistill.Web.Pages.Admin.Models;

namespace SkillDistill.Web.Pages.Ask;

/// <summary>
/// One turn from its claim to its end. Consent is asked before the first card is read, again while the answer runs (<see cref="AnswerWatch"/>), and once more in the moment
/// it is kept; when it no longer holds, nothing of the answer stays.
/// </summary>
internal sealed class AnswerTurn(
    Id<Turn> turnId, RunningAnswer answer, SkillDistillDb db, PrepareBrief prepare, StillPermitted permitted, RewriteFollowUp rewrite, AnswerQuestion answerQuestion, ModelBudget budget, GiveCredit credit, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken closing)
    {
        if (!await ClaimAsync(closing))
        {
            return;
        }

        var turn = await db.Turns.Include(turn => turn.Citations).FirstAsync(turn => turn.Id == turnId, closing);
        if (await BeginAsync(turn, closing) is not { } begun)
        {
            turn.BreakOff(TurnState.Ended, "", [], "", clock.GetUtcNow());
            await db.SaveChangesAsync(closing);
            return;
        }

        var ground = begun.Ground;
        using var limit = new CancellationTokenSource(DeskLimits.Longest, clock);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(closing, limit.Token, answer.Revoked, answer.Stopping);
        FinalPiece? final = null;
        try
        {
            final = await ComposeAsync(begun.Pieces, ending.Token);
        }
        catch (OperationCanceledException) when (!closing.IsCancellationRequested)
        {
            // Stopped, revoked or out of time; which of them is told below.
        }
        finally
        {
            await budget.ChargeAsync(ModelTask.Answers, ground.Source.Asker.PersonId, ground.Source.AgentId, answer.Meter.Used);
        }

        var ended = new Ended(final, begun.Reached, answer.Revoked.IsCancellationRequested, limit.IsCancellationRequested);
        await KeepAsync(turn, ground, ended, closing);
    }

    private async Task<bool> ClaimAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var until = now + DeskLimits.Claim;
        return await db.Turns
            .Where(turn => turn.Id == turnId && turn.State == TurnState.Pending && (turn.ClaimedUntil == null || turn.ClaimedUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(turn => turn.ClaimedUntil, until), cancellationToken) == 1;
    }

    /// <summary>Of the many cards nothing is held on to from here on but what a model may still look for: hundreds of answers may run at once, each for minutes.</summary>
    private async Task<Begun?> BeginAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (await prepare.ForAsync(turn, cancellationToken) is not { } prepared)
        {
            return null;
        }

        var (brief, ground) = prepared;
        answer.Ground = ground;
        var reached = brief.MayUseExternalModel ? await budget.ReachedAsync(ground.Source.Asker.PersonId, ground.Source.AgentId, cancellationToken) : null;
        brief = await TakenForAsync(turn, brief with { Barred = reached?.StandIn }, cancellationToken);
        return new Begun(ground, reached, answerQuestion.AnswerAsync(brief, answer.Meter, CancellationToken.None));
    }

    private async Task<Brief> TakenForAsync(Turn turn, Brief brief, CancellationToken closing)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(closing, answer.Revoked, answer.Stopping);
        try
        {
            if (await rewrite.OfAsync(brief, answer.Meter, ending.Token) is { } readAs)
            {
                turn.TakeFor(readAs);
                return await prepare.TakenForAsync(brief, readAs, closing);
            }
        }
        catch (OperationCanceledException) when (!closing.IsCancellationRequested)
        {
            // Stopped or revoked; so is what comes next.
        }

        return brief;
    }

    private async Task<FinalPiece?> ComposeAsync(IAsyncEnumerable<AnswerPiece> pieces, CancellationToken cancellationToken)
    {
        await foreach (var piece in pieces.WithCancellation(cancellationToken))
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

    private async Task KeepAsync(Turn turn, AnswerGround ground, Ended ended, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockWordsOfAsync(ground.Source.OwnerId, cancellationToken);
        var now = clock.GetUtcNow();
        if (answer.Meter.Used is { } used)
        {
            turn.Charge(used, budget.Price);
        }

        if (ended.IsRevoked || !await permitted.HoldsAsync(ground, cancellationToken))
        {
            turn.BreakOff(TurnState.Ended, "", [], "", now);
        }
        else if (ended.Final is { } final)
        {
            turn.Complete(final.Answer, ground.ConsentSequence, now, ended.Reached);
            await credit.ForAsync(turn, ground.Source.Asker.PersonId, cancellationToken);
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

    /// <param name="Reached">The limit for which no model is asked.</param>
    private sealed record Begun(AnswerGround Ground, ModelLimitReached? Reached, IAsyncEnumerable<AnswerPiece> Pieces);

    /// <param name="Final">Null where it was stopped, revoked or out of time.</param>
    /// <param name="Reached">The limit for which no model was asked.</param>
    private sealed record Ended(FinalPiece? Final, ModelLimitReached? Reached, bool IsRevoked, bool IsOutOfTime);
}
