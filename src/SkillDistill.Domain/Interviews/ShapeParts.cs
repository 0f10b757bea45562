namespace SkillDistill.Domain.Interviews;

/// <summary>Which parts each shape is made of. Code and pages know parts by these names, so a protocol gives them other labels and never other names.</summary>
public static class ShapeParts
{
    public const int FewestFields = 2;
    public const int MostFields = 6;

    private static readonly Dictionary<ProbeShape, string[]> Named = new()
    {
        [ProbeShape.Tasks] = ["task", "relies", "often", "known"],
        [ProbeShape.Timeline] = ["when", "what", "decision"],
        [ProbeShape.WorkedExample] = ["example", "cues", "strategies", "why-hard"],
        [ProbeShape.Decision] = ["if", "then", "because", "unless", "wrong-if"],
        [ProbeShape.Ladder] = ["why", "why-again"],
        [ProbeShape.TeachBack] = ["verdict", "only-if", "instead"],
        [ProbeShape.Holdout] = ["question", "answer"],
    };

    /// <summary>Whether an answer comes in parts at all.</summary>
    public static bool HasParts(this ProbeShape shape) => shape is not (ProbeShape.Prose or ProbeShape.Line or ProbeShape.Choice);

    /// <summary>The parts in order. Null where the probe itself says which: <see cref="ProbeShape.Fields"/>; empty where there are none.</summary>
    public static IReadOnlyList<string>? Parts(this ProbeShape shape) => shape == ProbeShape.Fields ? null : Named.GetValueOrDefault(shape, []);
}
