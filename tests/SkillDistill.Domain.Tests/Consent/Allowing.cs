using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Tests.Consent;

public sealed class Allowing
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Id<Person> Owner = Id<Person>.New();
    private static readonly Asker Sam = new(Id<Person>.New(), [Id<Team>.New(), Id<Team>.New()]);

    [Fact]
    public void Everybody_is_among_the_organisation() => Assert.True(Given(Audience.Organisation()).Allows(Sam, Now));

    [Fact]
    public void A_team_means_its_own_people_and_those_of_the_teams_below()
    {
        Assert.True(Given(Audience.ForTeam(Sam.Lineage[0])).Allows(Sam, Now));
        Assert.True(Given(Audience.ForTeam(Sam.Lineage[1])).Allows(Sam, Now));
        Assert.False(Given(Audience.ForTeam(Id<Team>.New())).Allows(Sam, Now));
        Assert.False(Given(Audience.ForTeam(Sam.Lineage[0])).Allows(Sam with { Lineage = [Sam.Lineage[1]] }, Now));
    }

    [Fact]
    public void People_named_are_meant_and_nobody_else()
    {
        Assert.True(Given(Audience.ForPeople([Id<Person>.New(), Sam.PersonId]).Value).Allows(Sam, Now));
        Assert.False(Given(Audience.ForPeople([Id<Person>.New()]).Value).Allows(Sam, Now));
    }

    [Fact]
    public void Nothing_is_allowed_once_the_end_is_reached()
    {
        var consent = Given(Audience.Organisation());

        Assert.True(consent.Allows(Sam, Now.AddMonths(1).AddTicks(-1)));
        Assert.False(consent.Allows(Sam, Now.AddMonths(1)));
    }

    [Fact]
    public void A_purpose_without_audience_says_itself_for_whom()
    {
        var stream = ConsentStream.Of(Owner);

        var consent = stream.Give(Owner, Purpose.CreditByName, new ConsentTerms(Audience.Private(), Now.AddMonths(1), "", "", "en"), Now).Value;

        Assert.True(consent.Allows(Sam, Now));
    }

    [Fact]
    public void No_purpose_needs_itself_or_one_that_needs_it()
    {
        foreach (var purpose in Enum.GetValues<Purpose>())
        {
            Assert.DoesNotContain(purpose, purpose.Needs());
            Assert.All(purpose.Needs(), needed => Assert.DoesNotContain(purpose, needed.Needs()));
            Assert.All(purpose.Needs().SelectMany(needed => needed.Needs()), needed => Assert.Contains(needed, purpose.Needs()));
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public void The_notice_speaks_of_every_purpose(string language)
    {
        var notice = Notice.Shipped(language);

        Assert.Equal(Enum.GetValues<Purpose>().Order(), notice.Purposes.Keys.Order());
        Assert.All(notice.Purposes.Values, words => Assert.All(new[] { words.Name, words.Means, words.Sees, words.IfNot }, Assert.NotEmpty));
        Assert.Equal((language, 64), (notice.Language, notice.Digest.Length));
    }

    private static Domain.Consent.Consent Given(Audience audience) => ConsentStream.Of(Owner)
        .Give(Owner, Purpose.AnswerColleagues, new ConsentTerms(audience, Now.AddMonths(1), "2026-11", "digest", "en"), Now).Value;
}
