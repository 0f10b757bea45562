using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Tests.Profiles;

public sealed class ExpectedEvents
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Id<Person> Admin = Id<Person>.New();

    [Theory]
    [InlineData(null)]
    [InlineData("  \n ")]
    public void An_event_without_words_is_none(string? words) => Assert.Equal(new EventNotNamed(200), ExpectedEvent.Name(words, Admin, Now).Refusal);

    [Fact]
    public void An_event_is_one_short_line_without_secrets()
    {
        Assert.Equal("The payment system is replaced", ExpectedEvent.Name(" The payment\nsystem is replaced ", Admin, Now).Value.Words);
        Assert.Equal(new EventNotNamed(200), ExpectedEvent.Name(new string('x', 201), Admin, Now).Refusal);
        Assert.Equal(new CredentialInEvent(), ExpectedEvent.Name("password: Tr0ub4dor&3xyz changes", Admin, Now).Refusal);
    }

    [Fact]
    public void It_happens_once()
    {
        var expected = ExpectedEvent.Name("The payment system is replaced", Admin, Now).Value;
        Assert.Null(expected.Happen(new DateOnly(2026, 11, 1), Admin, Now).Refusal);

        Assert.Equal(new EventHappenedAlready(), expected.Happen(new DateOnly(2026, 11, 2), Admin, Now.AddDays(1)).Refusal);

        Assert.Equal((new DateOnly(2026, 11, 1), Now), (expected.HappenedOn, expected.SaidAt));
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1999, 12, 31)]
    [InlineData(2026, 11, 3)]
    public void It_does_not_happen_tomorrow_or_in_another_century(int year, int month, int day)
    {
        var expected = ExpectedEvent.Name("The payment system is replaced", Admin, Now).Value;

        Assert.Equal(new EventDayOutOfRange(2000), expected.Happen(new DateOnly(year, month, day), Admin, Now).Refusal);
        Assert.Null(expected.HappenedOn);
    }
}
