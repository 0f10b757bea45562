using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Consent;

/// <summary>Where one purpose stands for one person now: what the newest entry of their stream on it says, ready to be asked.</summary>
public sealed class Consent
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private Consent()
    {
    }

    public Id<Consent> Id { get; private set; }

    public Id<ConsentStream> StreamId { get; private set; }

    public Id<Person> SubjectId { get; private set; }

    public Purpose Purpose { get; private set; }

    public ConsentState State { get; private set; }

    public DateTimeOffset DecidedAt { get; private set; }

    public DateTimeOffset? EndsAt { get; private set; }

    public Audience Audience { get; private set; } = Audience.Private();

    public string NoticeVersion { get; private set; } = "";

    public string NoticeDigest { get; private set; } = "";

    public string Language { get; private set; } = "";

    public ConsentMethod Method { get; private set; }

    /// <summary>Who outside the organisation was named to the person as receiving data, or null.</summary>
    public string? Recipient { get; private set; }

    internal ConsentTerms Terms => new(Audience, EndsAt ?? DateTimeOffset.MinValue, NoticeVersion, NoticeDigest, Language, Method, Recipient);

    /// <summary>Whether the purpose is permitted at this moment, whoever asks.</summary>
    public bool IsInForce(DateTimeOffset moment) => State is ConsentState.Given or ConsentState.Renewed && EndsAt > moment;

    /// <summary>How near the end is, for as long as it is in force.</summary>
    public ConsentReminder ReminderAt(DateTimeOffset moment) => !IsInForce(moment) ? ConsentReminder.None
        : EndsAt - moment <= Week ? ConsentReminder.Week
        : EndsAt - moment <= Month ? ConsentReminder.Month
        : ConsentReminder.None;

    /// <summary>
    /// The one question: may <paramref name="asker"/> have this purpose served at this moment? The consenting query of the data room
    /// asks the database the same.
    /// </summary>
    public bool Allows(Asker asker, DateTimeOffset moment) => IsInForce(moment) && (!Purpose.HasAudience() || Audience.Includes(asker));

    /// <summary>Whether these very terms are agreed to and in force already, so that agreeing again would say nothing new.</summary>
    public bool RestsOn(ConsentTerms terms, DateTimeOffset moment) =>
        IsInForce(moment) && EndsAt == terms.EndsAt && Audience == terms.Audience
        && (NoticeVersion, NoticeDigest, Language, Recipient) == (terms.NoticeVersion, terms.NoticeDigest, terms.Language, terms.Recipient);

    /// <summary>Whether both say the same of the same purpose.</summary>
    public bool StandsAs(Consent other) => (Purpose, SubjectId, State, DecidedAt, EndsAt) == (other.Purpose, other.SubjectId, other.State, other.DecidedAt, other.EndsAt)
        && Audience == other.Audience
        && (NoticeVersion, NoticeDigest, Language, Method, Recipient) == (other.NoticeVersion, other.NoticeDigest, other.Language, other.Method, other.Recipient);

    internal static Consent Begin(ConsentStream stream, Id<Person> subject, Purpose purpose) => new()
    {
        Id = Id<Consent>.New(),
        StreamId = stream.Id,
        SubjectId = subject,
        Purpose = purpose,
    };

    /// <summary>Takes a decision over: the only way a consent changes, live and when the stream is read again from its start.</summary>
    internal void Become(ConsentState state, ConsentTerms terms, DateTimeOffset? endsAt, DateTimeOffset at)
    {
        (State, DecidedAt, EndsAt, Audience) = (state, at, endsAt, terms.Audience);
        (NoticeVersion, NoticeDigest, Language, Method, Recipient) = (terms.NoticeVersion, terms.NoticeDigest, terms.Language, terms.Method, terms.Recipient);
    }
}
