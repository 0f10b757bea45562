namespace SkillDistill.Domain.Interviews;

/// <summary>One part of an interview, to be done in one go: a title, a sentence about what it is for, and its probes in order.</summary>
/// <param name="Minutes">What it usually takes, <see cref="FewestMinutes"/> to <see cref="MostMinutes"/>: every probe once.</param>
public sealed record Sitting(SittingKind Kind, Wording Title, Wording Purpose, int Minutes, IReadOnlyList<Probe> Probes)
{
    public const int TitleLength = 40;
    public const int PurposeLength = 200;
    public const int FewestMinutes = 8;
    public const int MostMinutes = 15;

    /// <summary>Left out unless the owner wants it: manner is nobody's business by default.</summary>
    public bool IsOffByDefault => Kind == SittingKind.WorkingStyle;

    /// <summary>With these at its end, and at least as long as all its probes take, each asked once.</summary>
    public Sitting With(IReadOnlyList<Probe> more) => this with
    {
        Probes = [.. Probes, .. more],
        Minutes = Math.Max(Minutes, (int)Math.Ceiling(Probes.Concat(more).Sum(probe => probe.Minutes))),
    };
}
