namespace SkillDistill.Domain.Conversations;

/// <summary>Why the verdict is what it is; each has its sentence on the page.</summary>
public enum VerdictReason
{
    /// <summary>No card comes near enough to the question.</summary>
    NothingNearEnough,

    /// <summary>The answer cites nothing that can be found in a card.</summary>
    NothingCited,

    /// <summary>Only cards past their review date support it, or past what they held until.</summary>
    OnlyStaleCards,

    /// <summary>The question asks for a judgement about people, and agents give none.</summary>
    AboutPeople,

    /// <summary>A judgement card is cited.</summary>
    JudgementCited,

    /// <summary>A red flag is cited.</summary>
    RedFlagCited,

    /// <summary>An exception or sign of being wrong on a cited card matches the question.</summary>
    ExceptionMatches,

    /// <summary>A colleague disagrees with a cited card, and its owner has not settled that yet.</summary>
    OpenDisagreement,

    /// <summary>A cited card denies what the question takes for granted.</summary>
    PremiseDenied,

    /// <summary>The model that worded the answer was not sure.</summary>
    ModelNotSure,

    /// <summary>At least one in-date process or fact supports it, and nothing speaks against it.</summary>
    InDateProcess,
}
