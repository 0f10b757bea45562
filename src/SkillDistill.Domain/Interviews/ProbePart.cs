using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Interviews;

/// <summary>One part of an answer that comes in parts.</summary>
/// <param name="Key">What this part of an answer is kept by.</param>
/// <param name="Fills">The field of the card that it becomes; null where it becomes none.</param>
/// <param name="Choices">What can be chosen, where <paramref name="Shape"/> is a choice; else empty.</param>
public sealed record ProbePart(string Key, Wording Label, PartShape Shape, CardField? Fills, IReadOnlyList<ProbeChoice> Choices)
{
    public const int LabelLength = 80;
    public const int MostChoices = 8;
}

/// <summary>One thing to choose.</summary>
/// <param name="Key">What the choice is kept by.</param>
public sealed record ProbeChoice(string Key, Wording Label);

/// <summary>What the page shows for a part.</summary>
public enum PartShape
{
    Prose,
    Line,
    Choice,

    /// <summary>A tick.</summary>
    Mark,
}
