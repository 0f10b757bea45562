namespace SkillDistill.Domain.Erasures;

/// <summary>What a person may have erased at a time.</summary>
public enum ErasureKind
{
    /// <summary>One or more cards with all their revisions.</summary>
    Cards,

    /// <summary>One sentence that somebody else's tool made of the person, where it is listed and where it stands in its document.</summary>
    Statement,

    /// <summary>One document of a source.</summary>
    Document,

    /// <summary>A source with all its documents.</summary>
    Source,

    /// <summary>One answer of the interview.</summary>
    Answer,

    /// <summary>Everything the person brought in, wrote, asked and decided. Their account stays.</summary>
    Everything,
}
