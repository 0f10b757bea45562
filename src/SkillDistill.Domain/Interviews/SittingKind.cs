namespace SkillDistill.Domain.Interviews;

/// <summary>The sittings of an interview, in the order in which they are offered.</summary>
public enum SittingKind
{
    /// <summary>What the work is, and where in it somebody has to think.</summary>
    Map,

    /// <summary>Two real occasions, gone through in passes.</summary>
    Incidents,

    /// <summary>What experience lets one see, one aspect after the other.</summary>
    KnowledgeAudit,

    /// <summary>Rules with their reasons, exceptions and signs of being wrong.</summary>
    Decisions,

    /// <summary>How the owner writes and disagrees. Off unless they switch it on.</summary>
    WorkingStyle,

    /// <summary>What is not theirs, what expires, and whether they were understood.</summary>
    Boundaries,
}
