namespace SkillDistill.Domain.People;

/// <summary>How far something reaches, from nobody but its owner to the whole organisation.</summary>
public enum AudienceScope
{
    /// <summary>The owner alone.</summary>
    Private,

    /// <summary>The people named, one by one.</summary>
    People,

    /// <summary>A team and all teams below it.</summary>
    Team,

    /// <summary>Everybody with an account.</summary>
    Organisation,
}

/// <summary>Who, besides the owner, something is for. Everything starts <see cref="AudienceScope.Private"/>.</summary>
public sealed record Audience
{
    public const int PeopleLimit = 100;

    public AudienceScope Scope { get; private init; }

    /// <summary>The team, when the scope is <see cref="AudienceScope.Team"/>.</summary>
    public Guid? TeamKey { get; private init; }

    /// <summary>The people, when the scope is <see cref="AudienceScope.People"/>. Plain keys, so that both stores can search in them.</summary>
    public List<Guid> PeopleKeys { get; private init; } = [];

    public static Audience Private() => new();

    public static Audience Organisation() => new() { Scope = AudienceScope.Organisation };

    public static Audience ForTeam(Id<Team> team) => new() { Scope = AudienceScope.Team, TeamKey = team.Value };

    /// <summary>An audience as it was written down.</summary>
    internal static Audience Restore(AudienceScope scope, Guid? team, List<Guid> people) => new() { Scope = scope, TeamKey = team, PeopleKeys = people };

    public static Outcome<Audience> ForPeople(IEnumerable<Id<Person>> people)
    {
        var keys = people.Select(person => person.Value).Distinct().ToList();
        return keys.Count is 0 or > PeopleLimit
            ? new AudienceWithoutPeople(PeopleLimit)
            : new Audience { Scope = AudienceScope.People, PeopleKeys = keys };
    }

    /// <summary>Whether the asker is among those meant. The consenting query says the same to the database.</summary>
    public bool Includes(Asker asker) => Scope switch
    {
        AudienceScope.Organisation => true,
        AudienceScope.Team => asker.Lineage.Any(team => team.Value == TeamKey),
        AudienceScope.People => PeopleKeys.Contains(asker.PersonId.Value),
        _ => false,
    };

    public bool Equals(Audience? other) =>
        other is not null && Scope == other.Scope && TeamKey == other.TeamKey && PeopleKeys.Order().SequenceEqual(other.PeopleKeys.Order());

    public override int GetHashCode() => HashCode.Combine(Scope, TeamKey, PeopleKeys.Count);
}

public sealed record AudienceWithoutPeople(int Limit) : Refusal
{
    public override string? Field => "Audience";

    public override IReadOnlyList<object> Arguments => [Limit];
}
