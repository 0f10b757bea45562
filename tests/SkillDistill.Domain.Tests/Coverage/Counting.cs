using SkillDistill.Domain.Coverage;

namespace SkillDistill.Domain.Tests.Coverage;

public sealed class Counting
{
    [Fact]
    public void Nothing_said_ever_stands_for_fewer_than_five_people()
    {
        var said = from holders in Enumerable.Range(0, 60)
                   from others in Enumerable.Range(0, 60)
                   select (Holders: holders, Said: Anonymity.Usual.AtLeast(holders, holders + others));

        Assert.All(said, number => Assert.True(number.Said == 0 || (number.Said >= 5 && number.Said <= number.Holders)));
    }

    [Fact]
    public void Nothing_said_ever_leaves_fewer_than_five_people_to_hide_among()
    {
        var said = from @group in Enumerable.Range(0, 80)
                   from holders in Enumerable.Range(0, @group + 1)
                   select (Group: @group, Said: Anonymity.Usual.AtLeast(holders, @group));

        Assert.All(said, number => Assert.True(number.Said == 0 || number.Group - number.Said >= 5));
    }

    [Fact]
    public void One_decision_never_moves_a_number_by_one()
    {
        var moves = from @group in Enumerable.Range(10, 60)
                    from holders in Enumerable.Range(0, @group)
                    select Anonymity.Usual.AtLeast(holders + 1, @group) - Anonymity.Usual.AtLeast(holders, @group);

        Assert.All(moves, move => Assert.True(move is 0 or 5));
    }

    [Theory]
    [InlineData(5, 9, 0)]
    [InlineData(4, 10, 0)]
    [InlineData(5, 10, 5)]
    [InlineData(10, 10, 5)]
    [InlineData(14, 40, 10)]
    public void What_is_said_is_a_step_of_five(int holders, int group, int said) => Assert.Equal(said, Anonymity.Usual.AtLeast(holders, group));
}
