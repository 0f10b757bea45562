using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Coverage;

/// <summary>How many people are at a level or above, for each of the levels 1 to 5.</summary>
public sealed record LevelCounts(int AtLeast1, int AtLeast2, int AtLeast3, int AtLeast4, int AtLeast5)
{
    public static readonly LevelCounts None = new(0, 0, 0, 0, 0);

    /// <param name="level">1 to 5.</param>
    public int this[int level] => level switch
    {
        1 => AtLeast1,
        2 => AtLeast2,
        3 => AtLeast3,
        4 => AtLeast4,
        5 => AtLeast5,
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, $"Levels go from 1 to {Proficiency.Highest}."),
    };

    public bool IsNone => AtLeast1 == 0;

    public static LevelCounts operator +(LevelCounts left, LevelCounts right) =>
        new(left.AtLeast1 + right.AtLeast1, left.AtLeast2 + right.AtLeast2, left.AtLeast3 + right.AtLeast3, left.AtLeast4 + right.AtLeast4, left.AtLeast5 + right.AtLeast5);

    /// <summary>What is left where nothing falls below nobody.</summary>
    public LevelCounts Less(LevelCounts other) =>
        new(Math.Max(0, AtLeast1 - other.AtLeast1), Math.Max(0, AtLeast2 - other.AtLeast2), Math.Max(0, AtLeast3 - other.AtLeast3), Math.Max(0, AtLeast4 - other.AtLeast4), Math.Max(0, AtLeast5 - other.AtLeast5));

    /// <summary>One person who is at this level: 0 is nobody.</summary>
    public static LevelCounts One(int level) => new(level >= 1 ? 1 : 0, level >= 2 ? 1 : 0, level >= 3 ? 1 : 0, level >= 4 ? 1 : 0, level >= 5 ? 1 : 0);

    /// <summary>Each number turned into another.</summary>
    public LevelCounts Each(Func<int, int> turn) => new(turn(AtLeast1), turn(AtLeast2), turn(AtLeast3), turn(AtLeast4), turn(AtLeast5));
}
