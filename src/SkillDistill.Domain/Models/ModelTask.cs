namespace SkillDistill.Domain.Models;

/// <summary>What a model was asked for.</summary>
public enum ModelTask
{
    /// <summary>Questions to agents, and owners' trials of their own.</summary>
    Answers,

    /// <summary>Suggestions in the interview.</summary>
    Interview,

    /// <summary>An owner's answers set beside their agent's.</summary>
    Comparison,

    /// <summary>An admin's test of the connection.</summary>
    ConnectionTest,
}
