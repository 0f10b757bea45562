namespace SkillDistill.Domain.Conversations;

/// <summary>What kind of answer this is, from least to most certain. A model can lower it, never raise it.</summary>
public enum Verdict
{
    /// <summary>The cards do not say. Whom to ask is said instead.</summary>
    CannotTell,

    /// <summary>A person should decide; the reasoning is here.</summary>
    JudgementCall,

    /// <summary>Written down, in date, and no exception touches it.</summary>
    DocumentedProcess,
}
