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

/// <summary>Somebody of a team, as coverage may know them. Whoever is hidden has no name, no levels and no cards here, and whoever is named no disagreements.</summary>
public sealed class Member
{
    private readonly IReadOnlyDictionary<Id<Skill>, int> _levels;
    private readonly IReadOnlyDictionary<Id<Skill>, Freshness> _freshness;
    private readonly IReadOnlySet<Id<Skill>> _disputed;

    private Member(
        Id<Person> person, Id<Team> team, Showing showing, string name, IReadOnlyDictionary<Id<Skill>, int>? levels, IReadOnlyDictionary<Id<Skill>, Freshness>? freshness, IReadOnlySet<Id<Skill>>? disputed)
    {
        (PersonId, TeamId, Showing, Name) = (person, team, showing, name);
        _levels = levels ?? new Dictionary<Id<Skill>, int>();
        _freshness = freshness ?? new Dictionary<Id<Skill>, Freshness>();
        _disputed = disputed ?? new HashSet<Id<Skill>>();
    }

    public Id<Person> PersonId { get; }

    public Id<Team> TeamId { get; }

    public Showing Showing { get; }

    /// <summary>Empty unless they are named.</summary>
    public string Name { get; }

    /// <summary>Empty unless they are named.</summary>
    public string JobTitle { get; private init; } = "";

    /// <summary>Whether they are named and were not when a crowd was counted last (<see cref="Counting.CrowdMember"/>), so that what is said of it may be of them, whether or not they had agreed to it.</summary>
    public bool IsCountedToo { get; private init; }

    public IEnumerable<Id<Skill>> Skills => _levels.Where(level => level.Value > 0).Select(level => level.Key);

    /// <summary>Skills on which somebody disagreed with a shared card of theirs lately. None unless they are counted.</summary>
    public IEnumerable<Id<Skill>> Disputed => _disputed;

    public static Member Hidden(Id<Person> person, Id<Team> team) => new(person, team, Showing.Hidden, "", null, null, null);

    public static Member Counted(
        Id<Person> person, Id<Team> team, IReadOnlyDictionary<Id<Skill>, int> levels, IReadOnlyDictionary<Id<Skill>, Freshness>? freshness = null, IReadOnlySet<Id<Skill>>? disputed = null) =>
        new(person, team, Showing.Counted, "", levels, freshness, disputed);

    public static Member Named(Id<Person> person, Id<Team> team, string name, IReadOnlyDictionary<Id<Skill>, int> levels, IReadOnlyDictionary<Id<Skill>, Freshness>? freshness = null, string jobTitle = "", bool isCountedToo = false) =>
        new(person, team, Showing.Named, name, levels, freshness, null) { JobTitle = jobTitle, IsCountedToo = isCountedToo };

    /// <summary>What they declared, 0 to 5, or null where they declared nothing.</summary>
    public int? Level(Id<Skill> skill) => _levels.TryGetValue(skill, out var level) ? level : null;

    /// <summary>How fresh their shared cards on the skill are, or null where they share none.</summary>
    public Freshness? Freshness(Id<Skill> skill) => _freshness.GetValueOrDefault(skill);

    public bool IsFresh(Id<Skill> skill) => Freshness(skill)?.IsFresh == true;

    public bool IsDisputed(Id<Skill> skill) => _disputed.Contains(skill);
}

/// <summary>All that coverage learns from somebody's shared accepted cards on a skill: no word of them, and not how many.</summary>
/// <param name="ConfirmedAt">When they last confirmed one.</param>
/// <param name="IsFresh">Whether the review date of one is still to come.</param>
public sealed record Freshness(DateTimeOffset ConfirmedAt, bool IsFresh)
{
    /// <summary>Whether a fresh one says steps or facts.</summary>
    public bool HasProcess { get; init; }

    /// <summary>Whether a fresh one says where to weigh, or when to say no.</summary>
    public bool HasJudgement { get; init; }
}
