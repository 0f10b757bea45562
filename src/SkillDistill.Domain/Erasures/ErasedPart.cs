namespace SkillDistill.Domain.Erasures;

/// <summary>What an erasure takes away, in the order in which it is told.</summary>
public enum ErasedPart
{
    /// <summary>Consents in force, which end with it.</summary>
    Consents,

    Cards,

    /// <summary>The words of cards, each edit counted.</summary>
    Revisions,

    /// <summary>Places in agent versions that held a card.</summary>
    Pins,

    /// <summary>Answers already given that quote it.</summary>
    Answers,

    Documents,

    Statements,

    /// <summary>What was written in the interview.</summary>
    InterviewAnswers,

    /// <summary>Cards that stay, without the quote of where they came from.</summary>
    Origins,

    /// <summary>Agent versions with their instructions.</summary>
    Versions,

    /// <summary>Conversations of the person's own, with every agent.</summary>
    Conversations,

    /// <summary>Questions that were sent on to the person, with what they replied.</summary>
    Gaps,

    /// <summary>What colleagues would not do of the person's, and what the person would not do of others'.</summary>
    Disagreements,

    /// <summary>Credit for answers that the person's cards helped with.</summary>
    Credits,

    /// <summary>Levels the person had declared.</summary>
    Levels,

    /// <summary>What the entries of the consent ledger said; their types, times and digests stay.</summary>
    Decisions,

    /// <summary>The space that the store had freed: done when it is overwritten.</summary>
    Store,
}
