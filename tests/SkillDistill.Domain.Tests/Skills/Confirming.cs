using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Tests.Skills;

public sealed class Confirming
{
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 9, 0, 0, TimeSpan.Zero);

    private readonly Id<Person> _person = Id<Person>.New();
    private readonly Id<Person> _peer = Id<Person>.New();

    [Theory]
    [InlineData(3, 3, true)]
    [InlineData(3, 2, true)]
    [InlineData(3, 4, false)]
    [InlineData(3, 0, false)]
    public void A_confirmed_level_stands_for_itself_and_lower_ones(int asked, int saysNow, bool stands)
    {
        var confirmation = Confirmation.Ask(Declared(asked), _peer, Now).Value;
        Assert.False(confirmation.StandsFor(saysNow));

        confirmation.Confirm(Now.AddDays(1));

        Assert.Equal(stands, confirmation.StandsFor(saysNow));
    }

    [Fact]
    public void Put_away_it_stands_for_nothing_and_may_be_confirmed_again()
    {
        var confirmation = Confirmation.Ask(Declared(3), _peer, Now).Value;
        confirmation.Confirm(Now);
        confirmation.PutAway(Now.AddDays(1));
        Assert.False(confirmation.StandsFor(3));
        Assert.Equal(Now.AddDays(1), confirmation.PutAwayAt);

        confirmation.Confirm(Now.AddDays(2));

        Assert.True(confirmation.StandsFor(3));
        Assert.Equal((Now.AddDays(2), null), (confirmation.ConfirmedAt!.Value, confirmation.PutAwayAt));
    }

    [Fact]
    public void Nobody_confirms_their_own_nor_that_somebody_cannot()
    {
        Assert.Equal(new PeerIsOneself(), Confirmation.Ask(Declared(3), _person, Now).Refusal);
        Assert.Equal(new NothingToConfirm(), Confirmation.Ask(Declared(0), _peer, Now).Refusal);
    }

    private Proficiency Declared(int level) => Proficiency.Declare(_person, Id<Skill>.New(), level, Now).Value;
}
