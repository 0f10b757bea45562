using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Coverage;

/// <summary>How far coverage may know a person.</summary>
public enum Showing
{
    /// <summary>Not at all: never asked, unanswered, refused and withdrawn are the same.</summary>
    Hidden,

    /// <summary>As one of many, by <see cref="Anonymity"/>.</summary>
    Counted,

    /// <summary>By name.</summary>
    Named,
}

/// <summary>Somebody of a team, as coverage may know them. Whoever is hidden has no name and no levels here.</summary>
public sealed class Member
{
    private readonly IReadOnlyDictionary<Id<Skill>, int> _levels;

    private Member(Id<Person> person, Id<Team> team, Showing showing, string name, IReadOnlyDictionary<Id<Skill>, int> levels) =>
        (PersonId, TeamId, Showing, Name, _levels) = (person, team, showing, name, levels);

    public Id<Person> PersonId { get; }

    public Id<Team> TeamId { get; }

    public Showing Showing { get; }

    /// <summary>Empty unless they are named.</summary>
    public string Name { get; }

    public IEnumerable<Id<Skill>> Skills => _levels.Where(level => level.Value > 0).Select(level => level.Key);

    public static Member Hidden(Id<Person> person, Id<Team> team) => new(person, team, Showing.Hidden, "", new Dictionary<Id<Skill>, int>());

    public static Member Counted(Id<Person> person, Id<Team> team, IReadOnlyDictionary<Id<Skill>, int> levels) => new(person, team, Showing.Counted, "", levels);

    public static Member Named(Id<Person> person, Id<Team> team, string name, IReadOnlyDictionary<Id<Skill>, int> levels) => new(person, team, Showing.Named, name, levels);

    /// <summary>What they declared, 0 to 5, or null where they declared nothing.</summary>
    public int? Level(Id<Skill> skill) => _levels.TryGetValue(skill, out var level) ? level : null;
}
