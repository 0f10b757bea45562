using SkillDistill.Domain.Consent;

namespace SkillDistill.Web.Pages.Consent;

/// <summary>What of one person's consents would be good to look at. Nothing happens to who does not: what is asked stays off, what ends has ended.</summary>
/// <param name="Asked">Asked again, because what was agreed to has changed.</param>
/// <param name="Ending">In force for at most another 30 days, the first to end first.</param>
/// <param name="Ended">Ended within the last 30 days.</param>
internal sealed record ConsentsWaiting(IReadOnlyList<Purpose> Asked, IReadOnlyList<EndingConsent> Ending, IReadOnlyList<Purpose> Ended)
{
    private static readonly TimeSpan RememberedFor = TimeSpan.FromDays(30);

    public bool IsEmpty => Asked.Count + Ending.Count + Ended.Count == 0;

    public static ConsentsWaiting Of(IReadOnlyCollection<Domain.Consent.Consent> consents, DateTimeOffset now) => new(
        [.. consents.Where(consent => consent.State == ConsentState.Requested).Select(consent => consent.Purpose).Order()],
        [.. consents.Where(consent => consent.ReminderAt(now) != ConsentReminder.None).OrderBy(consent => consent.EndsAt).ThenBy(consent => consent.Purpose)
            .Select(consent => new EndingConsent(consent.Purpose, consent.EndsAt!.Value, DaysUntil(consent.EndsAt.Value, now), consent.ReminderAt(now)))],
        [.. consents.Where(consent => EndOf(consent) is { } end && end <= now && now - end <= RememberedFor).Select(consent => consent.Purpose).Order()]);

    /// <summary>The end date, or when it was found to be past.</summary>
    public static DateTimeOffset? EndOf(Domain.Consent.Consent consent) => consent.State switch
    {
        ConsentState.Given or ConsentState.Renewed => consent.EndsAt,
        ConsentState.Expired or ConsentState.Terminated => consent.DecidedAt,
        _ => null,
    };

    public static int DaysUntil(DateTimeOffset end, DateTimeOffset now) => (int)Math.Ceiling((end - now).TotalDays);
}

/// <param name="EndsAt">The first moment at which it does not hold any more.</param>
/// <param name="Days">Days left, the last begun one counted.</param>
internal sealed record EndingConsent(Purpose Purpose, DateTimeOffset EndsAt, int Days, ConsentReminder Reminder);
