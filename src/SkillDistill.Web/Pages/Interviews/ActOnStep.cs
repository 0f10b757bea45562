using SkillDistill.Domain;
using SkillDistill.Domain.Interviews;
using SkillDistill.Web.Language;

namespace SkillDistill.Web.Pages.Interviews;

/// <summary>Does what a button of a step says, once what was typed is saved, and knows where that leads.</summary>
internal sealed class ActOnStep(OwnInterview own, ArrangeRows arrange, TeachBack teachBack, AskTheModel model)
{
    /// <param name="soFar">Loaded after saving.</param>
    public async Task<Acted> Async(InterviewSoFar soFar, Step step, Then then, CancellationToken cancellationToken)
    {
        var applied = false;
        Refusal? refused = null;
        if (then.Row is { } slot && step.Rows.FirstOrDefault(row => row.Slot == slot) is { } row)
        {
            switch (then.What)
            {
                case ThenWhat.Apply:
                    var outcome = await teachBack.ApplyAsync(step, row, cancellationToken);
                    (applied, refused) = (outcome is { Refusal: null }, outcome?.Refusal);
                    break;
                case ThenWhat.AskModel:
                    refused = await model.ForQuestionAsync(step, row, Asked(soFar, step, row), cancellationToken);
                    break;
                case ThenWhat.Propose when IsToldInProse(step):
                    refused = await model.ForCardsAsync(step, row, cancellationToken);
                    break;
                default:
                    await ArrangeAsync(soFar, step, row, then, cancellationToken);
                    break;
            }
        }
        else if (then.What == ThenWhat.Skip)
        {
            await arrange.SkipAsync(soFar, step, cancellationToken);
        }

        return new Acted(await NextAsync(then.What, step, cancellationToken), applied, refused);
    }

    /// <summary>Whether something is told at length, which is where a model can choose better than rules. Elsewhere the parts say themselves what they fill.</summary>
    public static bool IsToldInProse(Step step) => step.Probe is { Shape: ProbeShape.Prose, Card: not null };

    private static List<string> Asked(InterviewSoFar soFar, Step step, InterviewAnswer row) =>
        [.. AskFurther.AnsweredIn(row).Concat(AskFurther.Of(step.Probe, row)).Where(FollowUpQuestions.Kinds.Contains).Select(kind => soFar.Protocol[kind].Asked(0).In(Languages.Current))];

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
