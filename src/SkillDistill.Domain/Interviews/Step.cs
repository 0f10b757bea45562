namespace SkillDistill.Domain.Interviews;

/// <summary>One question as it stands before the owner: a probe, about one thing where it is asked about several, with what was answered so far.</summary>
/// <param name="About">The name of the answer it is about; empty where it is asked once.</param>
/// <param name="Subject">The owner's own words for that, as the page shows them above the question.</param>
/// <param name="Rows">In order; at most one unless <see cref="HoldsSeveral"/>.</param>
public sealed record Step(Probe Probe, string About, string Subject, IReadOnlyList<InterviewAnswer> Rows)
{
    private const string Joint = "~";

    /// <summary>What an address calls it.</summary>
    public string Key => About.Length == 0 ? Probe.Key : $"{Probe.Key}{Joint}{About}";

    /// <summary>Whether several things are asked for, each an answer of its own.</summary>
    public bool HoldsSeveral => Probe.HoldsSeveral;

    public int MostRows => HoldsSeveral ? Probe.AtMost ?? Interviews.Probe.MostItems : 1;

    public IEnumerable<InterviewAnswer> Answers => Rows.Where(row => !row.IsBlank);

    public bool IsAnswered => Answers.Any();

    public bool IsSkipped => !IsAnswered && Rows.Any(row => row.IsSkipped);

    /// <summary>Neither answered nor passed over.</summary>
    public bool IsOpen => !IsAnswered && !IsSkipped;
}
