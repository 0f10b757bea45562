using System.ComponentModel.DataAnnotations;
using System.Globalization;
using SkillDistill.Domain;
using SkillDistill.Domain.Interviews;
using SkillDistill.Web.Language;

namespace SkillDistill.Web.Pages.Interviews;

/// <summary>One step as it is typed.</summary>
internal sealed class StepForm
{
    private const string QuestionPart = "question";

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Step { get; set; } = "";

    public List<RowForm> Rows { get; set; } = [];

    /// <summary>What is kept, and where several things are asked for one row more to write in.</summary>
    /// <param name="rules">Those told back, where the step tells some.</param>
    /// <param name="more">Whether an empty row is wanted though others are there.</param>
    public static StepForm Of(InterviewSoFar soFar, Step step, IReadOnlyList<TaughtRule> rules, bool more)
    {
        var kept = step.Rows.Where(row => !step.HoldsSeveral || !row.IsSkipped).Select(RowForm.Of).ToList();
        IEnumerable<RowForm> rows = step.Probe.Shape switch
        {
            ProbeShape.TeachBack => rules.Select(rule => kept.Find(row => row.Slot == rule.Slot) ?? new RowForm { Slot = rule.Slot }),
            ProbeShape.Holdout => kept.Concat(Prompted(soFar, step)).Take(Math.Max(kept.Count + (more ? 1 : 0), step.Probe.AtLeast ?? 1)),
            _ => kept.Concat(Enumerable.Range(0, Wanted(step, kept.Count, more)).Select(_ => new RowForm { Slot = step.HoldsSeveral ? Id<InterviewAnswer>.New().ToString() : "" })),
        };
        return new StepForm { Step = step.Key, Rows = [.. rows.Take(step.MostRows)] };
    }

    private static int Wanted(Step step, int kept, bool more) => step.HoldsSeveral ? Math.Max((step.Probe.AtLeast ?? 1) - kept, kept == 0 || more ? 1 : 0) : 1 - kept;

    /// <summary>The questions that the protocol proposes and nobody has answered yet, about the owner's tasks in turn.</summary>
    private static IEnumerable<RowForm> Prompted(InterviewSoFar soFar, Step step)
    {
        var tasks = (soFar.Agenda.Tasks.Any() ? soFar.Agenda.Tasks : soFar.Agenda.AllTasks).Select(task => task.Parts["task"]).DefaultIfEmpty("…").ToList();
        return step.Probe.Prompts.Where(prompt => !step.Rows.Any(row => row.Slot == prompt.Key))
            .Select((prompt, at) => new RowForm { Slot = prompt.Key, Parts = new() { [QuestionPart] = prompt.About(tasks[at % tasks.Count], Languages.Current) } });
    }
}

/// <summary>One answer as it is typed.</summary>
internal sealed class RowForm
{
    /// <summary>What a form calls the whole of an answer, since a field cannot go without a name.</summary>
    public const string Whole = "*";

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Slot { get; set; } = "";

    /// <summary>The revision that was on the screen when the writing began.</summary>
    public int Seen { get; set; }

    public Dictionary<string, string?> Parts { get; set; } = [];

    public static RowForm Of(InterviewAnswer row) => new()
    {
        Slot = row.Slot,
        Seen = row.Revision,
        Parts = row.Parts.Texts.ToDictionary(part => Named(part.Key), part => (string?)part.Value),
    };

    public static string Named(string part) => part == AnswerParts.Whole ? Whole : part;

    public static string Field(int row, string part) => string.Create(CultureInfo.InvariantCulture, $"Form.Rows[{row}].Parts[{Named(part)}]");

    public string this[string part] => Parts.GetValueOrDefault(Named(part)) ?? "";

    /// <summary>What was typed, put over what is kept: a part that this form does not show stays as it was.</summary>
    public AnswerParts Over(AnswerParts kept, IReadOnlySet<string> shown) => AnswerParts.From([
        .. kept.Texts.Where(part => !shown.Contains(part.Key)).Select(part => new KeyValuePair<string, string?>(part.Key, part.Value)),
        .. Parts.Select(part => new KeyValuePair<string, string?>(part.Key == Whole ? AnswerParts.Whole : part.Key, part.Value)).Where(part => shown.Contains(part.Key)),
    ]);
}
