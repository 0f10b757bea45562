using SkillDistill.Domain.Models;

namespace SkillDistill.Domain.Tests.Models;

public class Limits_of_a_day
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 23, 30, 0, TimeSpan.FromHours(2));

    [Fact]
    public void No_limit_is_never_reached() => Assert.Null(new DailyLimits(0, 0, 0).Reached(long.MaxValue, long.MaxValue, long.MaxValue, Now));

    [Theory]
    [InlineData(99, 99, 99, null)]
    [InlineData(100, 0, 0, typeof(PersonLimitReached))]
    [InlineData(0, 100, 0, typeof(AgentLimitReached))]
    [InlineData(0, 0, 100, typeof(InstallationLimitReached))]
    [InlineData(100, 100, 100, typeof(PersonLimitReached))]
    public void The_first_that_is_reached_is_told_the_askers_own_before_others(long person, long agent, long all, Type? reached) =>
        Assert.Equal(reached, new DailyLimits(100, 100, 100).Reached(person, agent, all, Now)?.GetType());

    [Fact]
    public void They_begin_anew_at_midnight_of_UTC_wherever_the_asker_is() =>
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 0, 0, 0, TimeSpan.Zero), new DailyLimits(1, 0, 0).Reached(1, 0, 0, Now)!.Until);

    [Fact]
    public void A_price_is_reckoned_in_millionths_so_that_a_short_answer_is_not_nothing() =>
        Assert.Equal(345, new ModelPrice(0.15m, 0.6m, "EUR").Of(new TokenUse(2000, 75, IsEstimated: false)));
}
