using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Skills;

/// <summary>What a person says of themselves about one skill: 0 none, 1 aware, 2 with help, 3 on my own, 4 advises others, 5 sets the approach.</summary>
public sealed class Proficiency
{
    public const int Highest = 5;

    /// <summary>From this level on somebody does the work alone. It makes a holder where no target says otherwise.</summary>
    public const int OnMyOwn = 3;

    /// <summary>What somebody said of themselves longer ago than this is asked about again.</summary>
    public static readonly TimeSpan HoldsFor = TimeSpan.FromDays(365);

    private Proficiency()
    {
    }

    public Id<Proficiency> Id { get; private set; }

    public Id<Person> PersonId { get; private set; }

    public Id<Skill> SkillId { get; private set; }

    public int Level { get; private set; }

    public DateTimeOffset DeclaredAt { get; private set; }

    /// <summary>The skill that the person said it about, or said something else about, before that became part of this one; null where it did not.</summary>
    public Id<Skill>? MergedFromId { get; private set; }

    /// <summary>Until when what was said counts as fresh.</summary>
    public DateTimeOffset ReviewBy => DeclaredAt + HoldsFor;

    public static Outcome<Proficiency> Declare(Id<Person> person, Id<Skill> skill, int level, DateTimeOffset now) =>
        level is < 0 or > Highest
            ? new LevelOutOfRange(Highest)
            : new Proficiency { Id = Id<Proficiency>.New(), PersonId = person, SkillId = skill, Level = level, DeclaredAt = now };

    public Outcome<Proficiency> Change(int level, DateTimeOffset now)
    {
        if (level is < 0 or > Highest)
        {
            return new LevelOutOfRange(Highest);
        }

        (Level, DeclaredAt) = (level, now);
        return this;
    }
}

public sealed record LevelOutOfRange(int Highest) : Refusal
{
    public override string? Field => nameof(Proficiency.Level);

    public override IReadOnlyList<object> Arguments => [Highest];
}
