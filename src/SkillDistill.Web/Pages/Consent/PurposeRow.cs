using Microsoft.Extensions.Localization;
using SkillDistill.Domain.Consent;

namespace SkillDistill.Web.Pages.Consent;

/// <summary>Where a purpose stands, as its row says it.</summary>
internal enum Standing
{
    /// <summary>Never agreed to.</summary>
    Off,

    On,

    /// <summary>Asked again, because what was agreed to has changed.</summary>
    Asked,

    /// <summary>Asked, and put off.</summary>
    Later,

    Refused,

    Withdrawn,

    /// <summary>The end date is past, or the person had left and came back.</summary>
    Ended,
}

/// <summary>One purpose and where it stands.</summary>
/// <param name="Missing">What else must be agreed to before it has any effect.</param>
/// <param name="Agreed">What was agreed to before, where something else stands there now.</param>
internal sealed record PurposeRow(
    Purpose Purpose, PurposeNotice Notice, Domain.Consent.Consent? Consent, Standing Standing, ConsentReminder Reminder, IReadOnlyList<Purpose> Missing, AgreedWords? Agreed)
{
    public bool WaitsForAnswer => Standing is Standing.Asked or Standing.Later;

    /// <summary>Whether one press says yes again: to something there was, for the audience it had.</summary>
    public bool CanRenew => (WaitsForAnswer || Standing == Standing.Ended || Reminder != ConsentReminder.None)
        && Consent is not null && (!Purpose.HasAudience() || Consent.Audience.Scope != Domain.People.AudienceScope.Private);

    /// <summary>Whether cards would be sent to somebody else than was agreed to.</summary>
    public bool IsOtherRecipient(string? recipient) => Purpose == Purpose.UseExternalModel && Agreed is not null && Agreed.Recipient != recipient;

    /// <summary>The key of the sentence that says why it is asked. One about another language takes its name.</summary>
    /// <param name="reading">The code of the language the page is read in.</param>
    public string AskedBecause(string? recipient, string reading) =>
        Agreed is { } agreed && agreed.Language != reading ? "Asked.ChangedElsewhere"
        : Standing == Standing.Later ? "Asked.Later"
        : Agreed is null ? "Asked.Again"
        : IsOtherRecipient(recipient) ? "Asked.Recipient"
        : "Asked.Changed";

    /// <summary>What was agreed to beside what stands there now.</summary>
    public NoticeComparison? Compared(IStringLocalizer<ConsentText> text, Notice notice, string? recipient) =>
        Agreed is null ? null : NoticeComparison.Of(text, Agreed, notice.Version, IsOtherRecipient(recipient) ? recipient : null);

    public static PurposeRow Of(Purpose purpose, PurposeNotice notice, OwnConsents consents, AgreedWords? agreed)
    {
        var consent = consents.For(purpose);
        return new PurposeRow(
            purpose, notice, consent, StandingOf(consent, consents.InForce(purpose)), consents.ReminderOf(purpose), [.. purpose.Needs().Where(needed => !consents.InForce(needed))], agreed);
    }

    private static Standing StandingOf(Domain.Consent.Consent? consent, bool inForce) => inForce ? Standing.On : consent?.State switch
    {
        ConsentState.Requested => Standing.Asked,
        ConsentState.Deferred => Standing.Later,
        ConsentState.Refused => Standing.Refused,
        ConsentState.Withdrawn => Standing.Withdrawn,
        ConsentState.Given or ConsentState.Renewed or ConsentState.Expired or ConsentState.Terminated => Standing.Ended,
        _ => Standing.Off,
    };
}
