using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Coverage;

/// <summary>
/// How a team's target for a skill stood when a month began: one word, as every page of that day said it, and no number, no name and nobody. It is written once and not changed after, so that a decision made later
/// moves no month that is past.
/// </summary>
public sealed class CoverageMonth
{
    /// <summary>For how many months one is kept.</summary>
    public const int KeptMonths = 24;

    private CoverageMonth()
    {
    }

    public Id<Team> TeamId { get; private set; }

    public Id<Skill> SkillId { get; private set; }

    /// <summary>Its first day, in UTC.</summary>
    public DateOnly Month { get; private set; }

    /// <summary>Never <see cref="CoverageState.NoTarget"/>.</summary>
    public CoverageState State { get; private set; }

    /// <summary>The first day of the month, in UTC.</summary>
    public static DateOnly Of(DateTimeOffset moment) => new(moment.UtcDateTime.Year, moment.UtcDateTime.Month, 1);

    /// <summary>The last month that is not kept any more.</summary>
    public static DateOnly Forgotten(DateOnly thisMonth) => thisMonth.AddMonths(-KeptMonths);

    /// <summary>Those of the lines with a target.</summary>
    public static IEnumerable<CoverageMonth> Keep(IEnumerable<CoverageLine> lines, DateOnly month) =>
        from line in lines
        where line.State != CoverageState.NoTarget
        select Keep(line.TeamId, line.SkillId, line.State, month);

    /// <summary>Of a kept cell with a target, which says what its line would.</summary>
    public static CoverageMonth Keep(CoverageCell cell, DateOnly month) => Keep(cell.TeamId, cell.SkillId, cell.State, month);

    private static CoverageMonth Keep(Id<Team> team, Id<Skill> skill, CoverageState state, DateOnly month) => new() { TeamId = team, SkillId = skill, Month = month, State = state };
}
