using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Coverage;

/// <summary>How many people of a team (its sub-teams included) should hold a skill at a level of at least <see cref="Level"/>.</summary>
public sealed class Target
{
    public const int LargestHeadCount = 10_000;

    private Target()
    {
    }

    public Id<Target> Id { get; private set; }

    public Id<Team> TeamId { get; private set; }

    public Id<Skill> SkillId { get; private set; }

    public int Level { get; private set; }

    public int HeadCount { get; private set; }

    public static Outcome<Target> Set(Id<Team> team, Id<Skill> skill, int level, int headCount) =>
        new Target { Id = Id<Target>.New(), TeamId = team, SkillId = skill }.Change(level, headCount);

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
        return this;
    }
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
