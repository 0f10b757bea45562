namespace SkillDistill.Domain.Coverage;

/// <summary>How a skill stands in a team, worst first.</summary>
public enum CoverageState
{
    /// <summary>Nobody holds it at the target level.</summary>
    Gap,

    /// <summary>Exactly one person does, though more are wanted or none could stand in.</summary>
    SinglePointOfFailure,

    /// <summary>More than one, but fewer than the target.</summary>
    Thin,

    Covered,

    /// <summary>No target is set, so nothing is missing.</summary>
    NoTarget,
}

public static class CoverageRule
{
    /// <param name="holders">People at or above the target level.</param>
    /// <param name="headCount">People wanted, or null where no target is set.</param>
    public static CoverageState State(int holders, int? headCount) => (holders, headCount) switch
    {
        (_, null) => CoverageState.NoTarget,
        (0, _) => CoverageState.Gap,
        (1, _) => CoverageState.SinglePointOfFailure,
        _ when holders < headCount => CoverageState.Thin,
        _ => CoverageState.Covered,
    };
}
