using SkillDistill.Domain.Consent;

namespace SkillDistill.Web.Pages.Consent;

/// <summary>How a standing is drawn. The colour is never alone: a symbol and a word stand with it.</summary>
internal static class StandingLook
{
    public static string Icon(this Standing standing) => standing switch
    {
        Standing.On => "check",
        Standing.Asked => "question-mark",
        Standing.Later => "clock",
        Standing.Refused => "x",
        Standing.Withdrawn => "shield-off",
        Standing.Ended => "calendar-off",
        _ => "",
    };

    /// <summary>Green for what holds, amber for what waits or has run out, and nothing for the rest: a no needs no colour. What was never agreed to is an empty ring.</summary>
    public static string Tone(this Standing standing) => standing switch
    {
        Standing.On => "good",
        Standing.Asked or Standing.Ended => "warn",
        Standing.Off => "off",
        _ => "plain",
    };

    public static string Icon(this ConsentState state) => state switch
    {
        ConsentState.Given or ConsentState.Renewed => "check",
        ConsentState.Deferred => "clock",
        ConsentState.Refused => "x",
        ConsentState.Expired => "calendar-off",
        ConsentState.Invalidated => "refresh",
        _ => "shield-off",
    };
}
