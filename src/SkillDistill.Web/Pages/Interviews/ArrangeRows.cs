using SkillDistill.Data;
using SkillDistill.Domain.Interviews;

namespace SkillDistill.Web.Pages.Interviews;

/// <summary>What an owner does with answers besides writing them: takes one out, moves it, passes a question over, sends a follow-up away.</summary>
internal sealed class ArrangeRows(SkillDistillDb db, TimeProvider clock)
{
    /// <summary>An answer goes, and with it those that are about it.</summary>
    public async Task RemoveAsync(InterviewSoFar soFar, InterviewAnswer row, CancellationToken cancellationToken)
    {
        var going = new List<InterviewAnswer> { row };
        for (var at = 0; at < going.Count; at++)
        {
            var name = going[at].Name;
            going.AddRange(soFar.Answers.Where(other => other.About == name && !going.Contains(other)));
        }

        db.InterviewAnswers.RemoveRange(going);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <param name="by">-1 for one place up, 1 for one place down; beyond the ends nothing happens.</param>
    public async Task MoveAsync(Step step, InterviewAnswer row, int by, CancellationToken cancellationToken)
    {
        var order = step.Rows.ToList();
        var (from, to) = (order.IndexOf(row), order.IndexOf(row) + by);
        if (to < 0 || to >= order.Count)
        {
            return;
        }

        (order[from], order[to]) = (order[to], order[from]);
        for (var place = 0; place < order.Count; place++)
        {
            order[place].MoveTo(place);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task SkipAsync(InterviewSoFar soFar, Step step, CancellationToken cancellationToken)
    {
        var row = step.Rows.FirstOrDefault(row => row.IsBlank);
        if (row is null && step.Rows.Count == 0)
        {
            row = InterviewAnswer.To(soFar.Interview.Id, step.Probe.Key, step.About, "", 0);
            db.InterviewAnswers.Add(row);
        }

        row?.Skip(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task DismissAsync(InterviewAnswer row, FollowUpKind kind, CancellationToken cancellationToken)
    {
        row.Dismiss(kind, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>What was pointed out is taken out of the answer, as far as it stands there still.</summary>
    public async Task TakeOutAsync(InterviewAnswer row, string part, int start, CancellationToken cancellationToken)
    {
        var text = row.Parts[part];
        if (Exclusions.In(text).FirstOrDefault(exclusion => exclusion.Start == start) is { } found)
        {
            row.Write(row.Parts.With(part, Exclusions.Without(text, found)), row.Revision, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
