namespace SkillDistill.Domain.Profiles;

/// <summary>The parts of a card that hold text, in the order in which people read them.</summary>
public enum CardField
{
    Title,
    Situation,
    Action,
    Reason,
    Threshold,
    Exception,
    Falsifier,
    Case,
    AskInstead,
}
