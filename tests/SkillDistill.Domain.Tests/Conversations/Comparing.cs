using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Tests.Conversations;

public sealed class Comparing
{
    [Fact]
    public void Numbers_are_told_apart_by_what_they_count_and_not_by_how_they_are_written()
    {
        var first = new CardText { Action = "Wait 15 minutes, then call. At most 20 jobs and 1,500 euros.", Threshold = "Below 3 %." };
        var second = new CardText { Action = "等15分钟，再打电话。", Threshold = "Below 3 percent, and 30 jobs. 1500 EUR." };

        var numbers = Comparison.Of([first], [second]).Parts[0];

        Assert.Null(numbers.Field);
        Assert.Equal(["15 minutes", "1,500 euros", "3 %"], numbers.Both);
        Assert.Equal(["20 jobs"], numbers.OnlyFirst);
        Assert.Equal(["30 jobs"], numbers.OnlySecond);
    }

    [Fact]
    public void Limits_exceptions_signs_and_addresses_stand_with_whoever_named_them()
    {
        var first = new CardText { Exception = "Not at month-end.", AskInstead = "the night desk" };
        var second = new CardText { Exception = "Not on Fridays.", Falsifier = "It breaks again.", AskInstead = " The  night desk." };

        var parts = Comparison.Of([first], [second]).Parts.ToDictionary(part => part.Field!.Value);

        Assert.Equal("Not at month-end.", Assert.Single(parts[CardField.Exception].OnlyFirst));
        Assert.Equal("Not on Fridays.", Assert.Single(parts[CardField.Exception].OnlySecond));
        Assert.Equal("It breaks again.", Assert.Single(parts[CardField.Falsifier].OnlySecond));
        Assert.Equal("the night desk", Assert.Single(parts[CardField.AskInstead].Both));
        Assert.False(parts.ContainsKey(CardField.Threshold));
    }

    [Fact]
    public void Cards_without_numbers_and_conditions_give_nothing_to_compare() =>
        Assert.True(Comparison.Of([new CardText { Action = "Ask first." }], [new CardText { Action = "Look first." }]).IsEmpty);

    [Theory]
    [InlineData("三十件以上就停，十五分钟内回报", "30 piece;15 minute")]
    [InlineData("Between 15 and 20 pallets", "15 ;20 pallet")]
    [InlineData("€900 or 900 euros, 2.5 h", "900 €;900 €;2.5 hour")]
    [InlineData("Version 1.2.3 of 2026-11-02, call 040-555-12", "")]
    [InlineData("二〇二六年 and 第一次 一些", "1 次")]
    [InlineData("Nothing here", "")]
    public void Quantities_are_read_with_their_units(string text, string expected)
    {
        var numbers = Comparison.Of([new CardText { Action = text }], []).Parts.SelectMany(part => part.OnlyFirst).ToList();

        Assert.Equal(expected.Split(';', StringSplitOptions.RemoveEmptyEntries).Distinct().Count(), numbers.Count);
    }
}
