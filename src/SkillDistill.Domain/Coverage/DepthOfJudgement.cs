namespace SkillDistill.Domain.Coverage;

/// <summary>
/// How much of the judgement that a skill needs is written down where others can draw on it: in shared accepted cards, not past their review date, of those who hold it and may be shown.
/// </summary>
public enum DepthOfJudgement
{
    /// <summary>Nothing that may be told. There may be more.</summary>
    NothingKnown,

    /// <summary>Steps or facts, and no judgement.</summary>
    Process,

    /// <summary>One author says when it does not hold, or when to say no.</summary>
    Judgement,

    /// <summary>Two authors or more do, so that it does not rest on one.</summary>
    TwoAuthors,
}
