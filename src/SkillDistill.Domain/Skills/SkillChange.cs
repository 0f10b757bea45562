using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Skills;

/// <summary>What was done to a skill, by whom and when. It is only ever added to.</summary>
public sealed class SkillChange
{
    public const int SaidLength = 400;

    private SkillChange()
    {
    }

    public Id<SkillChange> Id { get; private set; }

    public Id<Skill> SkillId { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Null once whoever did it has erased everything.</summary>
    public Id<Person>? ById { get; private set; }

    public SkillChangeKind Kind { get; private set; }

    /// <summary>With a merge, the other one.</summary>
    public Id<Skill>? OtherId { get; private set; }

    /// <summary>What it was called before, the file it came from, or the targets that went with it.</summary>
    public string? Said { get; private set; }

    public static SkillChange Of(Skill skill, SkillChangeKind kind, Id<Person> by, DateTimeOffset now, string? said = null, Skill? other = null) => new()
    {
        Id = Id<SkillChange>.New(),
        SkillId = skill.Id,
        At = now,
        ById = by,
        Kind = kind,
        OtherId = other?.Id,
        Said = said?.Length > SaidLength ? said[..SaidLength] : said,
    };
}

public enum SkillChangeKind
{
    Defined,
    Changed,
    Imported,
    Retired,
    Returned,

    /// <summary>It became part of the other.</summary>
    MergedInto,

    /// <summary>The other became part of it.</summary>
    TookIn,
}
