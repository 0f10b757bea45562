namespace SkillDistill.Domain.People;

/// <summary>
/// One change of a team, or of a person's place, duty or state: written once, with the change. It holds nothing of what anybody said, and neither names nor job titles of people.
/// </summary>
public sealed class HistoryEntry
{
    /// <summary>For how many months it is kept.</summary>
    public const int KeptMonths = 36;

    private HistoryEntry()
    {
    }

    public Id<HistoryEntry> Id { get; private set; }

    public HistoryKind Kind { get; private set; }

    /// <summary>Whom it is about; of a team's entry its manager.</summary>
    public Id<Person>? PersonId { get; private set; }

    /// <summary>Which team it is about; null for an entry of a person's.</summary>
    public Id<Team>? TeamId { get; private set; }

    /// <summary>The team before: above the team, or of the person.</summary>
    public Id<Team>? FromTeamId { get; private set; }

    /// <summary>The team after.</summary>
    public Id<Team>? ToTeamId { get; private set; }

    /// <summary>What the team was called before; empty where it did not get another name.</summary>
    public string NameBefore { get; private set; } = "";

    /// <summary>What the team was called from then on; empty where it did not get a name.</summary>
    public string NameAfter { get; private set; } = "";

    /// <summary>Who did it; null where nobody was signed in, and once they are gone.</summary>
    public Id<Person>? ById { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static HistoryEntry Formed(Team team, Id<Person>? by, DateTimeOffset now) => Of(HistoryKind.TeamFormed, by, now, team: team.Id, to: team.ParentId, after: team.Name);

    public static HistoryEntry Renamed(Team team, string before, Id<Person>? by, DateTimeOffset now) => Of(HistoryKind.TeamRenamed, by, now, team: team.Id, before: before, after: team.Name);

    public static HistoryEntry Moved(Team team, Id<Team>? before, Id<Person>? by, DateTimeOffset now) => Of(HistoryKind.TeamMoved, by, now, team: team.Id, from: before, to: team.ParentId);

    public static HistoryEntry Removed(Team team, Id<Person>? by, DateTimeOffset now) => Of(HistoryKind.TeamRemoved, by, now, team: team.Id, before: team.Name);

    public static HistoryEntry Appointed(Id<Team> team, Id<Person> manager, Id<Person>? by, DateTimeOffset now) => Of(HistoryKind.ManagerAppointed, by, now, manager, team);

    public static HistoryEntry Released(Id<Team> team, Id<Person> manager, Id<Person>? by, DateTimeOffset now) => Of(HistoryKind.ManagerReleased, by, now, manager, team);

    public static HistoryEntry Joined(Person person, Id<Person>? by, DateTimeOffset now) => Of(HistoryKind.PersonJoined, by, now, person.Id, to: person.TeamId);

    public static HistoryEntry Moved(Person person, Id<Team>? before, Id<Person>? by, DateTimeOffset now) => Of(HistoryKind.PersonMoved, by, now, person.Id, from: before, to: person.TeamId);

    /// <summary>The person left or came back, or took on or laid down a duty.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The kind is none of these.</exception>
    public static HistoryEntry About(Id<Person> person, HistoryKind kind, Id<Person>? by, DateTimeOffset now) => kind >= HistoryKind.PersonDeactivated
        ? Of(kind, by, now, person)
        : throw new ArgumentOutOfRangeException(nameof(kind), kind, "It needs more than the person.");

    private static HistoryEntry Of(
        HistoryKind kind, Id<Person>? by, DateTimeOffset now, Id<Person>? person = null, Id<Team>? team = null, Id<Team>? from = null, Id<Team>? to = null, string before = "", string after = "") => new()
        {
            Id = Id<HistoryEntry>.New(),
            Kind = kind,
            PersonId = person,
            TeamId = team,
            FromTeamId = from,
            ToTeamId = to,
            NameBefore = before,
            NameAfter = after,
            ById = by,
            At = now,
        };
}

public enum HistoryKind
{
    TeamFormed,
    TeamRenamed,
    TeamMoved,
    TeamRemoved,
    ManagerAppointed,
    ManagerReleased,
    PersonJoined,
    PersonMoved,
    PersonDeactivated,
    PersonReturned,
    AdminTaken,
    AdminLaidDown,
    AuditorTaken,
    AuditorLaidDown,
}
