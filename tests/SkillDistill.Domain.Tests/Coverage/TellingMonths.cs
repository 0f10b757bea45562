using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Tests.Coverage;

/// <summary>Since when a line stands so, and how many stood how.</summary>
public sealed class TellingMonths
{
    private static readonly Id<Team> Team = Id<Team>.New();
    private static readonly Id<Skill> Skill = Id<Skill>.New();
    private static readonly DateOnly November = new(2026, 11, 1);

    /// <summary>From this month backwards: g a gap, s one person, t thin, c covered, a dot a month that is not kept.</summary>
    [Theory]
    [InlineData('g', "gggc", "2026-08")]
    [InlineData('g', "ggg", "at least 2026-09")]
    [InlineData('s', "sgs", "at least 2026-09")]
    [InlineData('s', "sgst", "2026-08")]
    [InlineData('t', "tsgc", "2026-08")]
    [InlineData('g', "s", "2026-11")]
    [InlineData('g', "cgg", "2026-11")]
    [InlineData('g', "gg.gc", "at least 2026-10")]
    [InlineData('g', ".gc", "2026-09")]
    [InlineData('g', ".gg", "at least 2026-09")]
    [InlineData('g', ".c", null)]
    [InlineData('g', "..g", null)]
    [InlineData('g', "", null)]
    [InlineData('c', "cgg", null)]
    [InlineData('n', "ggg", null)]
    public void Since_is_the_month_in_which_a_line_stopped_standing_better(char now, string months, string? since)
    {
        var told = Months(months).Since(Line(now));

        Assert.Equal(since, told is null ? null : $"{(told.IsAtLeast ? "at least " : "")}{told.Month:yyyy-MM}");
    }

    [Fact]
    public void Another_team_or_skill_says_nothing_of_it()
    {
        var months = Months("ggc");

        Assert.Null(months.Since(Line('g') with { TeamId = Id<Team>.New() }));
        Assert.Null(months.Since(Line('g') with { SkillId = Id<Skill>.New() }));
    }

    [Fact]
    public void The_last_twelve_months_are_told_from_the_first_that_is_kept_and_a_missed_one_is_among_them()
    {
        var told = Months("cst.g").Told(_ => true);

        Assert.Equal(["2026-07", "2026-08", "2026-09", "2026-10", "2026-11"], told.Select(month => $"{month.Month:yyyy-MM}"));
        Assert.Equal([true, false, true, true, true], told.Select(month => month.IsKept));
        Assert.Equal([(1, 0, 0, 0), (0, 0, 0, 0), (0, 0, 1, 0), (0, 1, 0, 0), (0, 0, 0, 1)], told.Select(month => Counts(month.Standing)));
        Assert.Equal([1, 0, 1, 1, 0], told.Select(month => month.Standing.Unmet));
        Assert.Equal(MonthByMonth.ToldMonths, Months(new string('g', 20)).Told(_ => true).Count);
        Assert.Equal(["2026-09", "2026-10"], Months(".gg").Told(_ => true).Select(month => $"{month.Month:yyyy-MM}"));
        Assert.All(Months("gg").Told(_ => false), month => Assert.Equal((true, 0), (month.IsKept, month.Standing.Targets)));
    }

    [Fact]
    public void Only_lines_with_a_target_are_kept()
    {
        var kept = CoverageMonth.Keep([Line('g'), Line('n')], November).ToList();

        Assert.Equal((Team, Skill, November, CoverageState.Gap), Assert.Single(kept.Select(month => (month.TeamId, month.SkillId, month.Month, month.State))));
    }

    [Fact]
    public void A_month_begins_in_utc_and_is_forgotten_after_two_years()
    {
        Assert.Equal(new DateOnly(2026, 10, 1), CoverageMonth.Of(new DateTimeOffset(2026, 11, 1, 1, 0, 0, TimeSpan.FromHours(2))));
        Assert.Equal(new DateOnly(2024, 11, 1), CoverageMonth.Forgotten(November));
    }

    private static (int Gap, int Single, int Thin, int Covered) Counts(Standing standing) =>
        (standing[CoverageState.Gap], standing[CoverageState.SinglePointOfFailure], standing[CoverageState.Thin], standing[CoverageState.Covered]);

    private static MonthByMonth Months(string backwards) =>
        new([.. backwards.SelectMany((state, back) => state == '.' ? [] : CoverageMonth.Keep([Line(state)], November.AddMonths(-back)))], November);

    /// <summary>Three are wanted, or nobody.</summary>
    private static CoverageLine Line(char state)
    {
        var holders = "gstc".IndexOf(state, StringComparison.Ordinal);
        var named = Enumerable.Range(0, Math.Max(0, holders)).Select(_ => Member.Named(Id<Person>.New(), Team, "Somebody", new Dictionary<Id<Skill>, int> { [Skill] = 3 }));
        return new CoverageLine(Team, Skill, holders < 0 ? null : 3, holders < 0 ? null : 3, [.. named], 0, 0);
    }
}
