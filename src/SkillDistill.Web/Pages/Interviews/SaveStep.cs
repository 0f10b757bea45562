using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Stores;
using SkillDistill.Domain;
using SkillDistill.Domain.Interviews;
using SkillDistill.Web.Pages.Consent;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Interviews;

/// <summary>
/// Keeps what was typed to one step. Rows stand for themselves: one that cannot be kept (another window wrote there, a password is in it) does not hold up the others.
/// </summary>
internal sealed class SaveStep(SkillDistillDb db, OwnInterview own, TakingIn takingIn, CurrentPerson me, TimeProvider clock)
{
    private const int Attempts = 4;

    /// <param name="soFar">Loaded to be changed.</param>
    public async Task<SavedStep> AsTypedAsync(InterviewSoFar soFar, Step step, StepForm form, CancellationToken cancellationToken)
    {
        if (await takingIn.WhyNotAsync(me.Id, cancellationToken) is { } closed)
        {
            return new SavedStep([], closed);
        }

        for (var attempt = 1; ; attempt++)
        {
            var refused = Write(soFar, step, form);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return new SavedStep(refused, null);
            }
            catch (DbUpdateException failure) when (failure.IsCollision() && attempt < Attempts)
            {
                // Another window at the same moment, or this one twice: what is there now decides whether that is a conflict, or the same words again.
                db.ChangeTracker.Clear();
                if (await own.FindAsync(cancellationToken) is not { } now || now.Agenda.Find(step.Probe.Sitting, step.Key) is not { } again)
                {
                    return new SavedStep([], new ProfileNotKept());
                }

                (soFar, step) = (now, again);
            }
        }
    }

    private List<RefusedRow> Write(InterviewSoFar soFar, Step step, StepForm form)
    {
        var shown = Shown(soFar, step);
        var refused = new List<RefusedRow>();
        var added = 0;
        foreach (var (typed, at) in form.Rows.Take(step.MostRows).Select((typed, at) => (typed, at)))
        {
            var row = step.Rows.FirstOrDefault(row => row.Slot == typed.Slot);
            if (row is null && (!IsSlot(step, typed.Slot) || !SaysSomething(step, typed.Over(AnswerParts.None, shown))))
            {
                continue;
            }

            var isNew = row is null;
            row ??= New(soFar, step, typed.Slot, at);
            if (row.Write(typed.Over(row.Parts, shown), typed.Seen, clock.GetUtcNow()).Refused(out var refusal))
            {
                refused.Add(new RefusedRow(at, typed.Slot, refusal));
                continue;
            }

            if (isNew && step.Answers.Count() + added >= step.MostRows)
            {
                refused.Add(new RefusedRow(at, typed.Slot, new TooManyAnswers(step.MostRows)));
            }
            else if (isNew)
            {
                added++;
                db.InterviewAnswers.Add(row);
            }
        }

        return refused;
    }

    private static InterviewAnswer New(InterviewSoFar soFar, Step step, string slot, int at)
    {
        var row = InterviewAnswer.To(soFar.Interview.Id, step.Probe.Key, step.About, slot, step.Rows.Select(other => other.Place).Append(at).Max() + 1);
        if (step.Rows.Count > 0)
        {
            row.ShareWith(step.Rows[0].Audience with { });
        }

        return row;
    }

    private static bool IsSlot(Step step, string slot) => step.HoldsSeveral ? Guid.TryParseExact(slot, "N", out _) || step.Probe.Prompts.Any(prompt => prompt.Key == slot) : slot.Length == 0;

    /// <summary>A question that was merely proposed is not an answer to it.</summary>
    private static bool SaysSomething(Step step, AnswerParts parts) => step.Probe.Shape == ProbeShape.Holdout ? parts["answer"].Length > 0 : !parts.IsEmpty;

    /// <summary>The parts that the page shows, and so may change.</summary>
    private static HashSet<string> Shown(InterviewSoFar soFar, Step step)
    {
        IEnumerable<string> own = step.Probe.Shape == ProbeShape.Choice ? soFar.Agenda.AllTasks.Select(task => task.Slot)
            : step.Probe.Parts.Count > 0 ? step.Probe.Parts.Select(part => part.Key)
            : [AnswerParts.Whole];
        return [.. own, .. Enum.GetValues<FollowUpKind>().Select(AnswerParts.Of)];
    }
}

/// <param name="Refused">Rows that were not kept, in the order of the form.</param>
/// <param name="Closed">Why nothing was kept at all, or null.</param>
internal sealed record SavedStep(IReadOnlyList<RefusedRow> Refused, Refusal? Closed)
{
    public bool IsWhole => Closed is null && Refused.Count == 0;

    public bool IsOvertaken => Refused.Any(row => row.Refusal is AnswerChangedMeanwhile);
}

internal sealed record RefusedRow(int At, string Slot, Refusal Refusal);

internal sealed record TooManyAnswers(int Limit) : Refusal
{
    public override IReadOnlyList<object> Arguments => [Limit];
}
