namespace SkillDistill.Domain.Consent;

/// <summary>
/// Which state may follow which. A consent is asked for before it is decided, and what has ended is asked for again before it can be given again.
/// </summary>
public static class ConsentTransitions
{
    /// <param name="from">The state now, or null where the purpose was never asked for.</param>
    public static bool MayBecome(this ConsentState? from, ConsentState to) => from switch
    {
        ConsentState.Requested => to is ConsentState.Given or ConsentState.Refused or ConsentState.Deferred or ConsentState.Expired,
        ConsentState.Given or ConsentState.Renewed =>
            to is ConsentState.Withdrawn or ConsentState.Expired or ConsentState.Invalidated or ConsentState.Terminated or ConsentState.Renewed,
        _ => to is ConsentState.Requested,
    };
}

/// <summary>The decision does not follow from where the consent stands.</summary>
public sealed record ConsentCannotBecome(ConsentState? From, ConsentState To) : Refusal;
