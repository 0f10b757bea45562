namespace SkillDistill.Domain.Conversations;

public enum TurnState
{
    /// <summary>Asked; the answer is on its way.</summary>
    Pending,

    Answered,

    /// <summary>The asker pressed stop; what had arrived is kept.</summary>
    Stopped,

    /// <summary>The owner's consent ended while the answer was on its way; nothing of it is kept.</summary>
    Ended,

    /// <summary>It could not be answered; what had arrived is kept.</summary>
    Failed,

    /// <summary>The owner has erased what the answer quoted; nothing of it is left.</summary>
    Erased,
}
