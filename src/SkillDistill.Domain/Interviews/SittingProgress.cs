namespace SkillDistill.Domain.Interviews;

/// <summary>How far a sitting is. What more answers will ask of it is not counted before they are given.</summary>
public sealed record SittingProgress(Sitting Sitting, IReadOnlyList<Step> Steps)
{
    public int Answered => Steps.Count(step => step.IsAnswered);

    public int Done => Steps.Count(step => !step.IsOpen);

    public int All => Steps.Count;

    public bool IsBegun => Done > 0;

    public bool IsDone => Done == All;

    /// <summary>For what is neither answered nor passed over, in minutes; before the first answer, what the sitting usually takes.</summary>
    public decimal MinutesLeft => IsBegun ? Steps.Where(step => step.IsOpen).Sum(step => step.Probe.Minutes) : Sitting.Minutes;

    /// <summary>Where to go on: the first open step, or the first of all.</summary>
    public Step? Next => Steps.FirstOrDefault(step => step.IsOpen) ?? (All > 0 ? Steps[0] : null);
}
