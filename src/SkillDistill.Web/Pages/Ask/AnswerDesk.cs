using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Erasures;
using SkillDistill.Domain;
using SkillDistill.Domain.Conversations;
using SkillDistill.Web.Pages.Admin.Models;

namespace SkillDistill.Web.Pages.Ask;

/// <summary>
/// Answers turns in the background of this node, so that an answer neither waits for its reader nor ends with them. The turn in the store is the
/// truth: a node claims it before it answers, and a turn left behind by a node that died is found and answered by the next.
/// </summary>
internal sealed class AnswerDesk(IServiceScopeFactory scopes, IHostApplicationLifetime host, TimeProvider clock, ILogger<AnswerDesk> logger) : BackgroundService
{
    private readonly ConcurrentDictionary<Id<Turn>, RunningAnswer> _running = new();

    /// <summary>The answer as it runs on this node, or null when it does not run here (any more).</summary>
    public RunningAnswer? Running(Id<Turn> turn) => _running.GetValueOrDefault(turn);

    /// <summary>Those that run on this node and have been given what to draw on.</summary>
    public IReadOnlyDictionary<Id<Turn>, RunningAnswer> Grounded() => _running.Where(running => running.Value.Ground is not null).ToDictionary();

    /// <summary>Begins to answer and returns at once.</summary>
    public RunningAnswer Begin(Id<Turn> turn)
    {
        var answer = new RunningAnswer();
        if (!_running.TryAdd(turn, answer))
        {
            answer.Dispose();
            return _running.TryGetValue(turn, out var running) ? running : Finished();
        }

        _ = Task.Run(() => AnswerAsync(turn, answer), CancellationToken.None);
        return answer;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(_running.Values.Select(answer => answer.Ended)).WaitAsync(TimeSpan.FromSeconds(5), cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception broken) when (broken is not OperationCanceledException)
            {
                logger.LogWarning(broken, "Looking for unanswered turns failed; trying again in {Seconds} s.", DeskLimits.Sweep.TotalSeconds);
            }

            // Not a periodic timer: a clock that leaps months ahead is one tick, not a million.
            await Task.Delay(DeskLimits.Sweep, clock, stoppingToken);
        }
    }

    private static RunningAnswer Finished()
    {
        var finished = new RunningAnswer();
        finished.End();
        return finished;
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SkillDistillDb>();
        var now = clock.GetUtcNow();
        var left = await db.Turns.Where(turn => turn.State == TurnState.Pending && (turn.ClaimedUntil == null || turn.ClaimedUntil < now))
            .OrderBy(turn => turn.AskedAt).Select(turn => turn.Id).Take(50).ToListAsync(cancellationToken);
        foreach (var turn in left)
        {
            Begin(turn);
        }
    }

    /// <summary>
    /// What fails once by a fault of ours would fail again for ever; the asker is told instead, and may ask again. What had arrived is kept where it may
    /// still be said.
    /// </summary>
    private async Task GiveUpAsync(Id<Turn> id, RunningAnswer answer)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<SkillDistillDb>();
            await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
            var permitted = false;
            if (answer.Ground is { } ground)
            {
                await db.LockWordsOfAsync(ground.Source.OwnerId, CancellationToken.None);
                permitted = await scope.ServiceProvider.GetRequiredService<StillPermitted>().HoldsAsync(ground, CancellationToken.None);
            }

            var turn = await db.Turns.Include(turn => turn.Citations).FirstOrDefaultAsync(turn => turn.Id == id, CancellationToken.None);
            var (text, citations) = permitted ? answer.Arrived() : ("", []);
            if (answer.Meter.Used is { } used)
            {
                turn?.Charge(used, scope.ServiceProvider.GetRequiredService<ModelBudget>().Price);
            }

            turn?.BreakOff(TurnState.Failed, text, citations, "", clock.GetUtcNow());
            await db.SaveChangesAsync(CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (Exception broken) when (broken is DbUpdateException or System.Data.Common.DbException)
        {
            logger.LogError(broken, "Turn {Turn} could not even be given up; the next sweep takes it.", id);
        }
    }

    private async Task AnswerAsync(Id<Turn> turn, RunningAnswer answer)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await ActivatorUtilities.CreateInstance<AnswerTurn>(scope.ServiceProvider, turn, answer).RunAsync(host.ApplicationStopping);
        }
        catch (OperationCanceledException) when (host.ApplicationStopping.IsCancellationRequested)
        {
            logger.LogInformation("Left turn {Turn} to the next start.", turn);
        }
        catch (DbUpdateConcurrencyException)
        {
            logger.LogInformation("Turn {Turn} had been ended or deleted when its answer came.", turn);
        }
        catch (Exception broken)
        {
            logger.LogError(broken, "Answering turn {Turn} failed.", turn);
            await GiveUpAsync(turn, answer);
        }
        finally
        {
            _running.TryRemove(turn, out _);
            answer.End();
            answer.Dispose();
        }
    }
}
