namespace SkillDistill.Domain.Agents;

/// <summary>What came of asking a version again what its owner had accepted an answer to. The worst is told first: an answer that fails in two ways fails in the earlier one.</summary>
public enum ReplayFinding
{
    Passes,

    /// <summary>It could answer, and cannot tell any more.</summary>
    CannotTell,

    /// <summary>It cites none of the cards that the accepted answer rested on.</summary>
    OtherCards,

    /// <summary>It holds the card as it was before the disagreement was settled.</summary>
    FellBack,

    /// <summary>It is more certain than the answer that was accepted.</summary>
    Surer,

    /// <summary>None of the cards that the accepted answer rested on is in the profile any more: there is nothing to hold the version to.</summary>
    CardsGone,

    /// <summary>The owner has worded the question or their own answer anew since: what they accepted was something else.</summary>
    Reworded,
}

public static class ReplayFindings
{
    public static bool IsFailure(this ReplayFinding finding) => finding is ReplayFinding.CannotTell or ReplayFinding.OtherCards or ReplayFinding.FellBack or ReplayFinding.Surer;
}
