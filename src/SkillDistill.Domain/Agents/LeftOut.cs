using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Agents;

/// <summary>Why a card of the owner does not go into a new version.</summary>
public enum LeftOut
{
    /// <summary>The owner has not accepted it.</summary>
    Draft,

    /// <summary>It was retired or discarded.</summary>
    SetAside,

    /// <summary>It is for the owner alone, and stays so.</summary>
    Private,

    /// <summary>It is past its review date: the owner says that it still holds, and it goes in.</summary>
    Stale,

    /// <summary>It is about manner, and the owner does not consent to being imitated.</summary>
    Voice,
}

public static class DistillingRule
{
    /// <returns>Null when the card goes in.</returns>
    public static LeftOut? WhyLeftOut(CardStatus status, CardKind kind, AudienceScope audience, DateTimeOffset reviewBy, bool withVoice, DateTimeOffset now) => status switch
    {
        CardStatus.Draft => LeftOut.Draft,
        not CardStatus.Accepted => LeftOut.SetAside,
        _ when audience == AudienceScope.Private => LeftOut.Private,
        _ when kind == CardKind.Voice && !withVoice => LeftOut.Voice,
        _ when reviewBy < now => LeftOut.Stale,
        _ => null,
    };
}
