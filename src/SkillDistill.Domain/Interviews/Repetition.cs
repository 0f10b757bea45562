namespace SkillDistill.Domain.Interviews;

/// <summary>How often a probe is asked. What it is asked for again each time stands above it.</summary>
public enum Repetition
{
    Once,

    /// <summary>For each task that the owner chose as needing judgement.</summary>
    PerTask,

    /// <summary>For each incident that they told.</summary>
    PerIncident,

    /// <summary>For each moment of a timeline that they marked as a decision.</summary>
    PerDecisionPoint,

    /// <summary>As often as another example comes to mind.</summary>
    PerExample,

    /// <summary>For each decision that they wrote down as a rule.</summary>
    PerDecision,
}
