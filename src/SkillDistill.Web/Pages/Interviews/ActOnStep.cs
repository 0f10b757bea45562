using SkillDistill.Domain;
using SkillDistill.Domain.Interviews;

namespace SkillDistill.Web.Pages.Interviews;

/// <summary>Does what a button of a step says, once what was typed is saved, and knows where that leads.</summary>
internal sealed class ActOnStep(OwnInterview own, ArrangeRows arrange, TeachBack teachBack)
{
    /// <param name="soFar">Loaded after saving.</param>
    public async Task<Acted> Async(InterviewSoFar soFar, Step step, Then then, CancellationToken cancellationToken)
    {
        var applied = false;
        Refusal? refused = null;
        if (then.Row is { } slot && step.Rows.FirstOrDefault(row => row.Slot == slot) is { } row)
        {
            if (then.What == ThenWhat.Apply)
            {
                var outcome = await teachBack.ApplyAsync(step, row, cancellationToken);
                (applied, refused) = (outcome is { Refusal: null }, outcome?.Refusal);
            }
            else
            {
                await ArrangeAsync(soFar, step, row, then, cancellationToken);
            }
        }
        else if (then.What == ThenWhat.Skip)
        {
            await arrange.SkipAsync(soFar, step, cancellationToken);
        }

        return new Acted(await NextAsync(then.What, step, cancellationToken), applied, refused);
    }

    private Task ArrangeAsync(InterviewSoFar soFar, Step step, InterviewAnswer row, Then then, CancellationToken cancellationToken) => then.What switch
    {
        ThenWhat.Remove => arrange.RemoveAsync(soFar, row, cancellationToken),
        ThenWhat.Up => arrange.MoveAsync(step, row, -1, cancellationToken),
        ThenWhat.Down => arrange.MoveAsync(step, row, 1, cancellationToken),
        ThenWhat.Dismiss when then.Kind is { } kind => arrange.DismissAsync(row, kind, cancellationToken),
        ThenWhat.TakeOut when then.Part is { } part => arrange.TakeOutAsync(row, part, then.Start, cancellationToken),
        _ => Task.CompletedTask,
    };

    /// <summary>The step after or before; behind the last one the sitting says that it is done. What was just answered may have brought new steps.</summary>
    private async Task<string> NextAsync(ThenWhat then, Step step, CancellationToken cancellationToken)
    {
        var steps = (await own.FindAsync(cancellationToken))?.Agenda.StepsOf(step.Probe.Sitting).ToList() ?? [];
        var at = steps.FindIndex(other => other.Key == step.Key);
        return then switch
        {
            ThenWhat.Next or ThenWhat.Skip => at + 1 < steps.Count ? steps[at + 1].Key : Then.End,
            ThenWhat.Back when at > 0 => steps[at - 1].Key,
            _ => step.Key,
        };
    }
}

/// <param name="Next">The key of the step to go on to.</param>
/// <param name="Applied">Whether a correction went into a card.</param>
/// <param name="Refused">Why it did not.</param>
internal sealed record Acted(string Next, bool Applied, Refusal? Refused);
