namespace SkillDistill.Domain.Conversations;

/// <summary>Why the built-in answerer worded an answer that its owner lets a model word.</summary>
public enum StandIn
{
    /// <summary>The model could not be reached, failed, or said nothing in time.</summary>
    ModelFailed,

    /// <summary>The model's provider turned the question down because it is asked too much.</summary>
    ModelBusy,

    /// <summary>The asker has used up what one person may use in a day.</summary>
    LimitOfPerson,

    /// <summary>The agent has used up what one agent may use in a day.</summary>
    LimitOfAgent,

    /// <summary>Everybody together has used up what may be used in a day.</summary>
    LimitOfAll,
}
