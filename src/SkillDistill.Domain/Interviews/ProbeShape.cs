namespace SkillDistill.Domain.Interviews;

/// <summary>What the page shows to write in.</summary>
public enum ProbeShape
{
    /// <summary>A few sentences.</summary>
    Prose,

    /// <summary>One sentence or less.</summary>
    Line,

    /// <summary>A list of tasks, each with who relies on it, how often, and who else knows.</summary>
    Tasks,

    /// <summary>Some of the tasks that the owner wrote down.</summary>
    Choice,

    /// <summary>Moments in order, decision points among them marked.</summary>
    Timeline,

    /// <summary>An example, what one saw and did, and why a newcomer would not have: a row of the knowledge audit.</summary>
    WorkedExample,

    /// <summary>If, then, because, unless, and how one would know that one is wrong.</summary>
    Decision,

    /// <summary>Why, and why that: two rungs and no more.</summary>
    Ladder,

    /// <summary>A few parts of the probe's own.</summary>
    Fields,

    /// <summary>Rules told back to the owner on a new case, with right, wrong, or only if.</summary>
    TeachBack,

    /// <summary>Questions that the owner answers before their agent does.</summary>
    Holdout,
}
