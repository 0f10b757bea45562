using SkillDistill.Domain.Coverage.Counting;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Coverage;

/// <summary>
/// How one skill stands in one team with all those below it, kept so that nobody needs to read all of a company's people: what <see cref="TeamCoverage"/> would reckon from them now. It names nobody, and of unnamed people
/// it adds up what is said of their crowds (<see cref="CrowdCount"/>).
/// </summary>
public sealed class CoverageCell
{
    private CoverageCell()
    {
    }

    public Id<Team> TeamId { get; private set; }

    public Id<Skill> SkillId { get; private set; }

    /// <summary>People who are named.</summary>
    public LevelCounts Named { get; private set; } = LevelCounts.None;

    /// <summary>People who are not named, as far as it may be said.</summary>
    public LevelCounts Unnamed { get; private set; } = LevelCounts.None;

    /// <summary>Of the named, those who may be among the unnamed too (<see cref="Member.IsCountedToo"/>).</summary>
    public LevelCounts CountedToo { get; private set; } = LevelCounts.None;

    /// <summary>The level wanted today, 1 to 5, or null where no target is in force.</summary>
    public int? Level { get; private set; }

    /// <summary>How many are wanted today, or null where no target is in force.</summary>
    public int? HeadCount { get; private set; }

    /// <summary>People at the level wanted, or on their own where none is, as far as it may be said.</summary>
    public int Holders { get; private set; }

    /// <summary>Whether unnamed people are among them, so that there are at least so many.</summary>
    public bool IsAtLeast { get; private set; }

    public int Missing { get; private set; }

    public CoverageState State { get; private set; }

    /// <summary>Whether it says nothing, so that it need not be kept.</summary>
    public bool IsEmpty => HeadCount is null && Named.IsNone && Unnamed.IsNone;

    /// <param name="held">By whom.</param>
    /// <param name="wanted">The target in force, or null.</param>
    public static CoverageCell Of(Id<Team> team, Id<Skill> skill, HeldBy held, Target? wanted)
    {
        var (level, headCount) = wanted is { IsNone: false } ? (wanted.Level, (int?)wanted.HeadCount) : (Proficiency.OnMyOwn, null);
        var more = held.Unnamed.Less(held.CountedToo)[level];
        var holders = held.Named[level] + more;
        return new CoverageCell
        {
            TeamId = team,
            SkillId = skill,
            Named = held.Named,
            Unnamed = held.Unnamed,
            CountedToo = held.CountedToo,
            Level = headCount is null ? null : level,
            HeadCount = headCount,
            Holders = holders,
            IsAtLeast = more > 0,
            Missing = Math.Max(0, (headCount ?? 0) - holders),
            State = CoverageRule.State(holders, headCount),
        };
    }

    /// <summary>By whom it is held.</summary>
    public HeldBy Held => new(Named, Unnamed, CountedToo);

    /// <summary>Whether the teams above would reckon the same with the other.</summary>
    public bool CountsLike(CoverageCell other) => Held == other.Held;

    public bool Says(CoverageCell other) => CountsLike(other) && (Level, HeadCount) == (other.Level, other.HeadCount);

    /// <summary>Takes over what another of the same team and skill says.</summary>
    public void Become(CoverageCell other) => (Named, Unnamed, CountedToo, Level, HeadCount, Holders, IsAtLeast, Missing, State) =
        (other.Named, other.Unnamed, other.CountedToo, other.Level, other.HeadCount, other.Holders, other.IsAtLeast, other.Missing, other.State);
}

/// <summary>By how many people at each level a skill is held.</summary>
/// <param name="Named">By name.</param>
/// <param name="Unnamed">As far as it may be said.</param>
/// <param name="CountedToo">Of the named, those who may be among the unnamed too.</param>
public sealed record HeldBy(LevelCounts Named, LevelCounts Unnamed, LevelCounts CountedToo)
{
    public static readonly HeldBy Nobody = new(LevelCounts.None, LevelCounts.None, LevelCounts.None);

    public static HeldBy operator +(HeldBy left, HeldBy right) => new(left.Named + right.Named, left.Unnamed + right.Unnamed, left.CountedToo + right.CountedToo);

    /// <summary>One named person who is at this level: 0 is nobody.</summary>
    public static HeldBy One(int level, bool isCountedToo) => new(LevelCounts.One(level), LevelCounts.None, isCountedToo ? LevelCounts.One(level) : LevelCounts.None);
}
