using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;

namespace SkillDistill.Web.Pages.Ask;

/// <summary>
/// Looks after all answers that run on this node, together, however many there are: does consent to each still hold, did its asker press stop on another node, and the claims that say this
/// node is still at them.
/// </summary>
internal sealed class AnswerWatch(AnswerDesk desk, IServiceScopeFactory scopes, TimeProvider clock, ILogger<AnswerWatch> logger) : BackgroundService
{
    private long _renewed = Stopwatch.GetTimestamp();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // By the real clock: a withdrawal counts at once, whatever a node takes the date to be.
        using var timer = new PeriodicTimer(DeskLimits.Check);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception broken) when (broken is not OperationCanceledException)
            {
                logger.LogWarning(broken, "Looking after the running answers failed; trying again in {Seconds} s.", DeskLimits.Check.TotalSeconds);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var running = desk.Grounded();
        if (running.Count == 0)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SkillDistillDb>();
        var turns = running.Keys.ToList();
        if (Stopwatch.GetElapsedTime(_renewed) >= DeskLimits.Renewal)
        {
            var until = clock.GetUtcNow() + DeskLimits.Claim;
            await db.Turns.Where(turn => turns.Contains(turn.Id)).ExecuteUpdateAsync(set => set.SetProperty(turn => turn.ClaimedUntil, until), cancellationToken);
            _renewed = Stopwatch.GetTimestamp();
        }

        var lost = await scope.ServiceProvider.GetRequiredService<StillPermitted>().LostAsync([.. running.Values.Select(answer => answer.Ground!)], cancellationToken);
        foreach (var answer in running.Values.Where(answer => lost.Contains(answer.Ground!)))
        {
            answer.Revoke();
        }

        foreach (var turn in await db.Turns.Where(turn => turns.Contains(turn.Id) && turn.StopRequested).Select(turn => turn.Id).ToListAsync(cancellationToken))
        {
            running[turn].Stop();
        }
    }
}
