using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Coverage;

/// <summary>What a look was for.</summary>
public enum LookedFor
{
    /// <summary>A page showed them by name.</summary>
    Row,

    /// <summary>It was asked what would fall if they left.</summary>
    Leaving,
}

/// <summary>
/// That a manager's page showed somebody by name in coverage, or that a manager asked what would fall without them, once for each day: it belongs to whoever was looked at, and nobody else reads it. A look at oneself is none.
/// </summary>
public sealed class CoverageLook
{
    /// <summary>For how many months it is kept.</summary>
    public const int KeptMonths = 12;

    private CoverageLook()
    {
    }

    public Id<CoverageLook> Id { get; private set; }

    public Id<Person> LookerId { get; private set; }

    /// <summary>Who was looked at.</summary>
    public Id<Person> PersonId { get; private set; }

    public LookedFor LookedFor { get; private set; }

    /// <summary>In UTC.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>The first moment of that day.</summary>
    public DateTimeOffset At { get; private set; }

    /// <exception cref="ArgumentException">Both are the same person.</exception>
    public static CoverageLook Of(Id<Person> looker, Id<Person> person, DateTimeOffset now, LookedFor lookedFor = LookedFor.Row) => looker == person
        ? throw new ArgumentException("A look at oneself is not kept.", nameof(person))
        : new CoverageLook { Id = Id<CoverageLook>.New(), LookerId = looker, PersonId = person, LookedFor = lookedFor, Day = DayOf(now), At = now };

    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);

    /// <summary>The first day of which looks are still kept.</summary>
    public static DateOnly KeptSince(DateTimeOffset now) => DayOf(now.AddMonths(-KeptMonths));
}
