using SkillDistill.Domain.Agents;
using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Tests.Agents;

/// <summary>Why a card is not weighed when a version is asked. That this says the same as the consenting query is tested on the store.</summary>
public sealed class Considering
{
    private static readonly Id<Team> Theirs = Id<Team>.New();
    private static readonly Asker Colleague = new(Id<Person>.New(), [Theirs, Id<Team>.New()]);

    [Fact]
    public void A_colleague_is_answered_from_what_the_version_holds_and_is_for_them()
    {
        Assert.Null(ConsideringRule.WhyNot(true, null, Audience.Organisation(), Colleague));
        Assert.Null(ConsideringRule.WhyNot(true, null, Audience.ForTeam(Theirs), Colleague));
        Assert.Null(ConsideringRule.WhyNot(true, LeftOut.Stale, Audience.Organisation(), Colleague));
        Assert.Equal(NotConsidered.NotForThem, ConsideringRule.WhyNot(true, null, Audience.ForTeam(Id<Team>.New()), Colleague));
        Assert.Equal(NotConsidered.NotForThem, ConsideringRule.WhyNot(true, null, Audience.ForPeople([Id<Person>.New()]).Value, Colleague));
        Assert.Equal(NotConsidered.NotForThem, ConsideringRule.WhyNot(true, LeftOut.Stale, Audience.ForTeam(Id<Team>.New()), Colleague));
    }

    [Theory]
    [InlineData(LeftOut.Draft, NotConsidered.Draft)]
    [InlineData(LeftOut.SetAside, NotConsidered.SetAside)]
    [InlineData(LeftOut.Private, NotConsidered.Private)]
    [InlineData(LeftOut.Voice, NotConsidered.Voice)]
    public void What_was_taken_back_since_is_used_in_no_answer(LeftOut today, NotConsidered expected) =>
        Assert.Equal(expected, ConsideringRule.WhyNot(true, today, today == LeftOut.Private ? Audience.Private() : Audience.Organisation(), Colleague));

    [Fact]
    public void The_owner_tries_whatever_the_version_holds()
    {
        Assert.Null(ConsideringRule.WhyNot(true, LeftOut.Private, Audience.Private(), null));
        Assert.Null(ConsideringRule.WhyNot(true, null, Audience.ForTeam(Id<Team>.New()), null));
        Assert.Equal(NotConsidered.Draft, ConsideringRule.WhyNot(true, LeftOut.Draft, Audience.Organisation(), null));
    }

    [Fact]
    public void A_card_that_is_not_in_the_version_says_why()
    {
        Assert.Equal(NotConsidered.NotInVersion, ConsideringRule.WhyNot(false, null, Audience.Organisation(), Colleague));
        Assert.Equal(NotConsidered.Stale, ConsideringRule.WhyNot(false, LeftOut.Stale, Audience.Organisation(), Colleague));
        Assert.Equal(NotConsidered.Private, ConsideringRule.WhyNot(false, LeftOut.Private, Audience.Private(), null));
    }
}
