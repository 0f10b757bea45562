using SkillDistill.Domain.Coverage;

namespace SkillDistill.Domain.Tests.Coverage;

public sealed class Covering
{
    [Theory]
    [InlineData(0, null, CoverageState.NoTarget)]
    [InlineData(7, null, CoverageState.NoTarget)]
    [InlineData(0, 1, CoverageState.Gap)]
    [InlineData(0, 5, CoverageState.Gap)]
    [InlineData(1, 1, CoverageState.SinglePointOfFailure)]
    [InlineData(1, 4, CoverageState.SinglePointOfFailure)]
    [InlineData(2, 3, CoverageState.Thin)]
    [InlineData(3, 4, CoverageState.Thin)]
    [InlineData(2, 2, CoverageState.Covered)]
    [InlineData(2, 1, CoverageState.Covered)]
    [InlineData(9, 3, CoverageState.Covered)]
    public void The_state_follows_from_holders_and_head_count(int holders, int? headCount, CoverageState state) =>
        Assert.Equal(state, CoverageRule.State(holders, headCount));
}
