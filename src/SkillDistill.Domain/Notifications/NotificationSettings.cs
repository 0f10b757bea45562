using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Notifications;

/// <summary>Of what somebody wants to be told, and whether by e-mail too. Whoever has none is told of everything.</summary>
public sealed class NotificationSettings
{
    /// <summary>At most one digest in this time.</summary>
    public static readonly TimeSpan BetweenDigests = TimeSpan.FromDays(1);

    private NotificationSettings()
    {
    }

    public Id<Person> PersonId { get; private set; }

    /// <summary>The kinds that are switched off.</summary>
    public List<NotificationKind> Off { get; private set; } = [];

    public bool ByMail { get; private set; } = true;

    public DateTimeOffset? DigestAt { get; private set; }

    public static NotificationSettings Of(Id<Person> person) => new() { PersonId = person };

    public void Choose(IEnumerable<NotificationKind> wanted, bool byMail) => (Off, ByMail) = ([.. Enum.GetValues<NotificationKind>().Except(wanted)], byMail);

    /// <summary>Takes the right to send a digest, where it is time for one.</summary>
    public bool TakesDigest(DateTimeOffset now)
    {
        if (!ByMail || DigestAt > now - BetweenDigests)
        {
            return false;
        }

        DigestAt = now;
        return true;
    }
}
