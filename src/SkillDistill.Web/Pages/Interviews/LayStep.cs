using SkillDistill.Domain.Interviews;

namespace SkillDistill.Web.Pages.Interviews;

/// <summary>Lays a step out for its page: what is asked, what was typed, what is told back, and what becomes of it.</summary>
internal sealed class LayStep(Proposals proposals, TeachBack teachBack, AskTheModel model)
{
    private IReadOnlyList<Proposal>? _proposed;
    private Consulted? _model;

    /// <param name="typed">What was typed and is shown again; null where what is kept is shown.</param>
    /// <param name="more">Whether one row more is wanted.</param>
    public async Task<StepView> Async(InterviewSoFar soFar, Step step, StepForm? typed, bool more, CancellationToken cancellationToken)
    {
        var rows = step.Rows.Select(row => row.Id).ToHashSet();
        _model ??= new Consulted(await model.WhomAsync(cancellationToken));
        _proposed ??= await proposals.OfAsync(soFar, cancellationToken);
        foreach (var typedRow in typed?.Rows ?? [])
        {
            typedRow.Seen = step.Rows.FirstOrDefault(row => row.Slot == typedRow.Slot)?.Revision ?? typedRow.Seen;
        }

        var rules = step.Probe.Shape == ProbeShape.TeachBack ? await teachBack.RulesAsync(step, cancellationToken) : [];
        return new StepView(soFar, step, typed ?? StepForm.Of(soFar, step, rules, more), [.. _proposed.Where(proposal => proposal.Card.Answers.Any(rows.Contains))]) { Rules = rules, Model = _model.Whom };
    }

    private sealed record Consulted(string? Whom);
}
