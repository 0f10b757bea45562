namespace SkillDistill.Domain.Consent;

/// <summary>Whether a person is reminded that a consent ends soon. Nothing follows from not answering: it ends.</summary>
public enum ConsentReminder
{
    None,

    /// <summary>It ends within 30 days.</summary>
    Month,

    /// <summary>It ends within 7 days.</summary>
    Week,
}
