namespace SkillDistill.Domain.Interviews;

/// <summary>What a probe is after. It decides which follow-ups make sense: no reason is asked of a list of facts, no case of a case.</summary>
public enum ProbeAim
{
    /// <summary>What there is: tasks, systems, dates, who relies on them.</summary>
    Facts,

    /// <summary>How it is done.</summary>
    Steps,

    /// <summary>How it is decided or noticed.</summary>
    Judgement,

    /// <summary>What happened once.</summary>
    Case,

    /// <summary>What is not mine, or not to be answered.</summary>
    Boundary,

    /// <summary>How I write and work with people.</summary>
    Manner,
}
