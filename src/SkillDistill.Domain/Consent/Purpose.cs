namespace SkillDistill.Domain.Consent;

/// <summary>What a person may consent to, each by itself. The texts shown for them are in the <see cref="Notice"/>.</summary>
public enum Purpose
{
    /// <summary>Keep my answers, sources and cards.</summary>
    HoldProfile,

    /// <summary>Compose an agent from my accepted cards.</summary>
    DistilAgent,

    /// <summary>Let colleagues in the audience ask my agent and find my cards.</summary>
    AnswerColleagues,

    /// <summary>Show my name in skill coverage.</summary>
    ShowNamedCoverage,

    /// <summary>Count me, without my name, in skill coverage.</summary>
    CountInCoverage,

    /// <summary>Use my settled decisions as tests of new agent versions.</summary>
    ReplayDecisions,

    /// <summary>Let colleagues' tools ask my agent over the API or MCP.</summary>
    ServeOverApi,

    /// <summary>Let others take my cards along as a portable skill.</summary>
    ExportSkill,

    /// <summary>Send permitted cards to the configured model provider.</summary>
    UseExternalModel,

    /// <summary>Let the agent write in my manner.</summary>
    ImitateVoice,

    /// <summary>Name me as author where I am cited.</summary>
    CreditByName,

    /// <summary>Keep my agent answering for a while after I leave.</summary>
    ContinueAfterLeaving,
}
