namespace SkillDistill.Domain.Profiles;

/// <summary>What a newcomer needs in order to act on somebody's words, in the order in which the owner reads it.</summary>
public enum SpecificityAspect
{
    Condition,
    Action,

    /// <summary>A number, or better the number that decides.</summary>
    Threshold,
    Reason,

    /// <summary>Something that really happened.</summary>
    Case,
    Exception,

    /// <summary>The sign by which one would notice being wrong.</summary>
    Falsifier,

    /// <summary>A record that one could look up, or a date.</summary>
    Source,
}
