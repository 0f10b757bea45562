namespace SkillDistill.Domain.Interviews;

/// <summary>The passes through one incident, after Klein's Critical Decision Method: each goes over the same occasion again, closer.</summary>
public enum IncidentPass
{
    /// <summary>Told once through, without a question in between.</summary>
    Story,

    /// <summary>Put in order, and the moments marked at which it could have gone another way.</summary>
    Timeline,

    /// <summary>What stood behind each of those moments.</summary>
    Deepening,

    /// <summary>What would have been decided had something been different.</summary>
    WhatIf,
}
