namespace SkillDistill.Domain.Profiles;

/// <summary>One aspect of a text: how specific it is, and by which words.</summary>
/// <param name="Points">0: nothing a newcomer could act on. 1: something. 2: something that two newcomers would understand alike.</param>
/// <param name="Evidence">Null exactly where there are no points.</param>
public sealed record SpecificityLine(SpecificityAspect Aspect, int Points, SpecificityEvidence? Evidence)
{
    public const int Most = 2;

    /// <summary>The key of the one question whose answer would raise it; null where there is nothing to raise.</summary>
    public string? Ask => Points switch
    {
        0 => $"Specificity.Ask.{Aspect}",
        1 => $"Specificity.AskMore.{Aspect}",
        _ => null,
    };
}
