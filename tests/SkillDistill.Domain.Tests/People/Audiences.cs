using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Tests.People;

public sealed class Audiences
{
    private static readonly Id<Team> Team = Id<Team>.New();
    private static readonly Id<Team> Above = Id<Team>.New();
    private static readonly Asker Asker = new(Id<Person>.New(), [Team, Above]);

    [Fact]
    public void Private_includes_nobody_and_everybody_includes_all()
    {
        Assert.False(Audience.Private().Includes(Asker));
        Assert.True(Audience.Organisation().Includes(Asker));
        Assert.True(Audience.Organisation().Includes(new Asker(Id<Person>.New(), [])));
    }

    [Fact]
    public void A_team_includes_those_in_it_and_below_it_and_nobody_else()
    {
        Assert.True(Audience.ForTeam(Team).Includes(Asker));
        Assert.True(Audience.ForTeam(Above).Includes(Asker));
        Assert.False(Audience.ForTeam(Id<Team>.New()).Includes(Asker));
        Assert.False(Audience.ForTeam(Team).Includes(new Asker(Id<Person>.New(), [Above])));
    }

    [Fact]
    public void Named_people_are_included_one_by_one()
    {
        var audience = Audience.ForPeople([Asker.PersonId]).Value;

        Assert.True(audience.Includes(Asker));
        Assert.False(audience.Includes(new Asker(Id<Person>.New(), Asker.Lineage)));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(Audience.PeopleLimit, true)]
    [InlineData(Audience.PeopleLimit + 1, false)]
    public void At_least_one_and_at_most_a_hundred_people_are_named(int people, bool allowed) =>
        Assert.Equal(allowed, Audience.ForPeople(Enumerable.Range(0, people).Select(_ => Id<Person>.New())).Refusal is null);

    [Fact]
    public void Naming_somebody_twice_names_them_once()
    {
        var once = Audience.ForPeople([Asker.PersonId]).Value;
        var twice = Audience.ForPeople([Asker.PersonId, Asker.PersonId]).Value;

        Assert.Equal(once, twice);
        Assert.Equal(once.GetHashCode(), twice.GetHashCode());
    }
}
