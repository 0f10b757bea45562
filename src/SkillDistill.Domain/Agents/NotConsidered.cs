using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Agents;

/// <summary>Why a card of the owner's is not even weighed when somebody asks a version.</summary>
public enum NotConsidered
{
    /// <summary>It is a draft, whatever the version holds.</summary>
    Draft,

    /// <summary>It was retired or discarded.</summary>
    SetAside,

    /// <summary>It is for the owner alone.</summary>
    Private,

    /// <summary>It is for others than whoever asks.</summary>
    NotForThem,

    /// <summary>It is about manner, and the owner does not consent to being imitated.</summary>
    Voice,

    /// <summary>It is past its review date, and was not in the version.</summary>
    Stale,

    /// <summary>It could go in now, but this version was made without it.</summary>
    NotInVersion,
}

public static class ConsideringRule
{
    /// <param name="isPinned">Whether the version holds the card.</param>
    /// <param name="leftOut">Why it would be left out of a version made now, or null.</param>
    /// <param name="asker">Null for the owner, to whom their own version shows whatever it holds.</param>
    /// <returns>Null when the card is weighed: what the consenting query gives to such an asker, or the trial to the owner.</returns>
    public static NotConsidered? WhyNot(bool isPinned, LeftOut? leftOut, Audience audience, Asker? asker) => leftOut switch
    {
        LeftOut.Draft => NotConsidered.Draft,
        LeftOut.SetAside => NotConsidered.SetAside,
        LeftOut.Voice => NotConsidered.Voice,
        LeftOut.Private when !isPinned || asker is not null => NotConsidered.Private,
        _ when asker is not null && !audience.Includes(asker) => NotConsidered.NotForThem,
        LeftOut.Stale when !isPinned => NotConsidered.Stale,
        _ => isPinned ? null : NotConsidered.NotInVersion,
    };
}
