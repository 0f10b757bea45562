namespace SkillDistill.Domain.Interviews;

/// <summary>What does not belong into a profile. A credential is to be refused; the rest is pointed out and stays the owner's decision.</summary>
public enum ExclusionKind
{
    Credential,

    /// <summary>The likely name of another person, where a role or a channel would do and outlast them.</summary>
    PersonName,

    Health,

    Family,

    Religion,

    Politics,

    /// <summary>What a colleague is like, rather than what to do.</summary>
    JudgementOfColleague,
}
