using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Coverage;

/// <summary>
/// How many people of a team (its sub-teams included) should hold a skill at a level of at least <see cref="Level"/>, from a day on: until a later target of the same team and skill is due.
/// One of <see cref="TargetReach.Each"/> stands for the teams below too, so long as they have none of their own (<see cref="TargetsInForce"/>). One that wants nobody says
/// that what would come from above does not hold here.
/// </summary>
public sealed class Target
{
    public const int LargestHeadCount = 10_000;

    /// <summary>Days outside these are slips of the pen.</summary>
    public static readonly DateOnly EarliestDue = new(2000, 1, 1);

    public static readonly DateOnly LatestDue = new(2099, 12, 31);

    private Target()
    {
    }

    public Id<Target> Id { get; private set; }

    public Id<Team> TeamId { get; private set; }

    public Id<Skill> SkillId { get; private set; }

    /// <summary>1 to 5; 0 where nobody is wanted.</summary>
    public int Level { get; private set; }

    /// <summary>0 where nobody is wanted.</summary>
    public int HeadCount { get; private set; }

    /// <summary>The first day on which it holds, in UTC; null where it always did.</summary>
    public DateOnly? DueOn { get; private set; }

    public TargetReach Reach { get; private set; }

    /// <summary>Whether it says that the skill is not wanted here, whatever is wanted above.</summary>
    public bool IsNone => HeadCount == 0;

    public static Outcome<Target> Set(Id<Team> team, Id<Skill> skill, int level, int headCount, DateOnly? dueOn = null, TargetReach reach = TargetReach.Together) =>
        new Target { Id = Id<Target>.New(), TeamId = team, SkillId = skill, DueOn = dueOn, Reach = reach }.Change(level, headCount);

    /// <summary>That the skill is not wanted in this team, whatever is wanted above.</summary>
    public static Outcome<Target> NotHere(Id<Team> team, Id<Skill> skill, DateOnly? dueOn = null, TargetReach reach = TargetReach.Together) =>
        new Target { Id = Id<Target>.New(), TeamId = team, SkillId = skill }.Move(dueOn, reach);

    /// <summary>Changes how many are wanted at which level; who said that nobody is wanted here wants somebody from now on.</summary>
    public Outcome<Target> Change(int level, int headCount)
    {
        if (level is < 1 or > Proficiency.Highest)
        {
            return new TargetLevelOutOfRange(Proficiency.Highest);
        }

        if (headCount is < 1 or > LargestHeadCount)
        {
            return new HeadCountOutOfRange(LargestHeadCount);
        }

        (Level, HeadCount) = (level, headCount);
        return Move(DueOn, Reach);
    }

    /// <summary>Changes from when and for whom it holds.</summary>
    public Outcome<Target> Move(DateOnly? dueOn, TargetReach reach)
    {
        if (dueOn < EarliestDue || dueOn > LatestDue)
        {
            return new DueDayOutOfRange(EarliestDue.Year, LatestDue.Year);
        }

        (DueOn, Reach) = (dueOn, reach);
        return this;
    }

    /// <summary>The skill is not wanted here any more, whatever is wanted above.</summary>
    public void WantNobody() => (Level, HeadCount) = (0, 0);

    /// <summary>The same target as a team below holds it that has none of its own. It is reckoned with and never kept.</summary>
    internal Target For(Id<Team> below) =>
        below == TeamId ? this : new Target { Id = Id, TeamId = below, SkillId = SkillId, Level = Level, HeadCount = HeadCount, DueOn = DueOn, Reach = TargetReach.Together };
}

/// <summary>For whom a target holds.</summary>
public enum TargetReach
{
    /// <summary>The team with all those below it, as one number.</summary>
    Together,

    /// <summary>The same, and the same number again for each team below that has no target of its own.</summary>
    Each,
}

/// <summary>A target of level 0 would ask for people who cannot.</summary>
public sealed record TargetLevelOutOfRange(int Highest) : Refusal
{
    public override string? Field => nameof(Target.Level);

    public override IReadOnlyList<object> Arguments => [Highest];
}

public sealed record HeadCountOutOfRange(int Largest) : Refusal
{
    public override string? Field => nameof(Target.HeadCount);

    public override IReadOnlyList<object> Arguments => [Largest];
}

public sealed record DueDayOutOfRange(int FirstYear, int LastYear) : Refusal
{
    public override string? Field => nameof(Target.DueOn);

    // As words, so that no year gets a comma in it.
    public override IReadOnlyList<object> Arguments => [$"{FirstYear}", $"{LastYear}"];
}
