namespace SkillDistill.Domain.Notifications;

/// <summary>What people are told of. Each kind can be switched off by whom it is for.</summary>
public enum NotificationKind
{
    /// <summary>A colleague sent on a question that the person's agent could not tell.</summary>
    QuestionSent,

    /// <summary>A question that the person had sent on was replied to.</summary>
    QuestionReplied,

    /// <summary>A colleague would not do what the person's agent answered.</summary>
    Disagreed,

    /// <summary>A disagreement of the person's was settled.</summary>
    Settled,

    /// <summary>Once, some time after a disagreement: how did it turn out?</summary>
    TellHowItTurnedOut,

    /// <summary>Cards are past their review date.</summary>
    CardsPastReview,

    /// <summary>A question that the person had sent on was handed on to a colleague.</summary>
    QuestionHandedOn,

    /// <summary>A colleague who leaves asks the person to take over notes of the role.</summary>
    HandoverOffered,

    /// <summary>The colleague whom the person had asked to take over notes said yes or no.</summary>
    HandoverAnswered,

    /// <summary>Notes of a role that the person took over are among their drafts.</summary>
    HandedOver,

    /// <summary>A colleague asks the person to confirm a level that they declared.</summary>
    ConfirmationAsked,

    /// <summary>A colleague confirmed a level of the person's.</summary>
    Confirmed,

    /// <summary>A manager recorded what the work of the person's team is.</summary>
    Decided,

    /// <summary>Somebody said something to a decision that the person recorded.</summary>
    Commented,

    /// <summary>A manager would be glad if the person were interviewed.</summary>
    Invited,
}
