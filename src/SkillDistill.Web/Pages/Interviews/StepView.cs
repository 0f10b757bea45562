using SkillDistill.Domain.Interviews;
using SkillDistill.Web.Language;

namespace SkillDistill.Web.Pages.Interviews;

/// <summary>One step as its page shows it.</summary>
/// <param name="Form">What was typed, or else what is kept.</param>
/// <param name="Proposals">What its answers would make, or have made.</param>
internal sealed record StepView(InterviewSoFar SoFar, Step Step, StepForm Form, IReadOnlyList<Proposal> Proposals)
{
    /// <summary>What its parts on the page are called by.</summary>
    public string Id => $"step-{Step.Key.Replace('~', '-')}";

    public Probe Probe => Step.Probe;

    /// <summary>Whether every step of the sitting stands on the page.</summary>
    public bool IsOneOfMany { get; init; }

    /// <summary>Rows that were written in another window meanwhile, as they are kept now.</summary>
    public IReadOnlyList<InterviewAnswer> Overtaken { get; init; } = [];

    /// <summary>The rules told back, where the step tells some.</summary>
    public IReadOnlyList<TaughtRule> Rules { get; init; } = [];

    /// <summary>The external model that the owner lets read answers, at their press; null where there is none.</summary>
    public string? Model { get; init; }

    /// <summary>The answer that the model may be let to propose cards from, where there is one.</summary>
    public InterviewAnswer? ForTheModel => Model is not null && ActOnStep.IsToldInProse(Step) ? Step.Answers.FirstOrDefault() : null;

    public IReadOnlyList<RowView> Rows => [.. Form.Rows.Select((row, at) => new RowView(this, row, at))];

    /// <summary>How the time left is told: rounded up, and in words where it is little.</summary>
    public static (string Key, double Minutes) TimeLeft(double minutes) => Math.Ceiling(minutes) switch
    {
        <= 0 => ("Minutes.Left.None", 0),
        1 => ("Minutes.Left.One", 1),
        var whole => ("Minutes.Left", whole),
    };

    public static string Said(Wording wording) => wording.In(Languages.Current);
}

/// <summary>One answer of a step as its page shows it.</summary>
internal sealed record RowView(StepView View, RowForm Form, int At)
{
    public InterviewAnswer? Kept => View.Step.Rows.FirstOrDefault(row => row.Slot == Form.Slot);

    public InterviewAnswer? Overtaken => View.Overtaken.FirstOrDefault(row => row.Slot == Form.Slot);

    public Probe Probe => View.Probe;

    public TaughtRule? Rule => View.Rules.FirstOrDefault(rule => rule.Slot == Form.Slot);

    public string Field(string part) => RowForm.Field(At, part);

    public string Id(string part) => $"{View.Id}-{At}-{(part.Length == 0 ? "whole" : part.Replace("+", "further-", StringComparison.Ordinal))}";

    /// <summary>Follow-up questions, those answered first, each with its wording and whether it is open.</summary>
    public IReadOnlyList<(FollowUpKind Kind, string Question, bool IsOpen)> Further => Kept is not { } kept ? [] :
    [
        .. AskFurther.AnsweredIn(kept).Select(kind => (kind, Question(kind), false)),
        .. AskFurther.Of(Probe, kept).Select(kind => (kind, Question(kind), true)),
    ];

    /// <summary>Whether the model may be let to ask one question more.</summary>
    public bool LeavesRoom => View.Model is not null && Kept is { } kept && AskFurther.LeavesRoom(Probe, kept);

    /// <summary>What does not belong into a profile, with the part it stands in.</summary>
    public IReadOnlyList<PointedOut> Notes => Kept is not { } kept ? [] :
    [
        .. from part in kept.Parts.Texts
           from exclusion in Exclusions.In(part.Value)
           where exclusion.Kind != ExclusionKind.Credential
           select new PointedOut(part.Key, exclusion, part.Value.Substring(exclusion.Start, exclusion.Length)),
    ];

    /// <summary>The second time that an interview asks the same it is worded otherwise.</summary>
    private string Question(FollowUpKind kind)
    {
        if (kind == FollowUpKind.ByModel)
        {
            return Kept!.Suggested.Question?.Question ?? "";
        }

        var before = View.SoFar.Answers.Count(answer => answer.Id != Kept!.Id && answer.Id.CompareTo(Kept.Id) < 0 && (answer.Parts[AnswerParts.Of(kind)].Length > 0 || answer.Dismissed.Contains(kind)));
        return StepView.Said(View.SoFar.Protocol[kind].Asked(before));
    }
}

/// <param name="Words">Those that are pointed out.</param>
internal sealed record PointedOut(string Part, Exclusion Exclusion, string Words);
