using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Consent;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Tests.Consent;

public sealed class Permitting(House house) : IClassFixture<House>
{
    private static readonly (bool, int) Nothing = (false, 0);
    private static readonly (bool, int) AgentAndCard = (true, 1);

    private DateTimeOffset Now => house.Clock.GetUtcNow();

    [Fact]
    public async Task With_everything_in_force_the_team_and_those_below_it_are_given_the_agent_and_its_card()
    {
        var scene = await Scene.SetAsync(house);

        Assert.Equal(AgentAndCard, await scene.SeenByAsync(scene.Beside));
        Assert.Equal(AgentAndCard, await scene.SeenByAsync(scene.InTeamBelow));
    }

    [Fact]
    public async Task The_team_above_is_not_in_the_audience()
    {
        var scene = await Scene.SetAsync(house);

        Assert.Equal(Nothing, await scene.SeenByAsync(scene.InTeamAbove));
    }

    [Fact]
    public async Task The_owner_is_not_given_their_own_agent_as_a_colleague()
    {
        var scene = await Scene.SetAsync(house);

        Assert.Equal(Nothing, await scene.SeenByAsync(scene.Beside with { PersonId = scene.Owner }));
    }

    [Theory]
    [InlineData(Purpose.AnswerColleagues)]
    [InlineData(Purpose.HoldProfile)]
    [InlineData(Purpose.DistilAgent)]
    public async Task Withdrawing_any_of_the_three_gives_nothing_at_the_next_question(Purpose purpose)
    {
        var scene = await Scene.SetAsync(house);
        Assert.Equal(AgentAndCard, await scene.SeenByAsync(scene.Beside));

        await scene.WithdrawAsync(purpose);

        Assert.Equal(Nothing, await scene.SeenByAsync(scene.Beside));
    }

    [Theory]
    [InlineData(Purpose.AnswerColleagues)]
    [InlineData(Purpose.HoldProfile)]
    [InlineData(Purpose.DistilAgent)]
    public async Task The_clock_alone_ends_any_of_the_three(Purpose purpose)
    {
        var scene = await Scene.SetAsync(house);
        var end = Now.AddDays(10);

        await scene.AgreeAsync(purpose, Audience.ForTeam(scene.Team), end);

        Assert.Equal(AgentAndCard, await scene.SeenByAsync(scene.Beside, end.AddTicks(-1)));
        Assert.Equal(Nothing, await scene.SeenByAsync(scene.Beside, end));
    }

    [Fact]
    public async Task Agreeing_again_after_withdrawing_gives_it_back()
    {
        var scene = await Scene.SetAsync(house);
        await scene.WithdrawAsync(Purpose.AnswerColleagues);

        await scene.AgreeAsync(Purpose.AnswerColleagues, Audience.ForTeam(scene.Team));

        Assert.Equal(AgentAndCard, await scene.SeenByAsync(scene.Beside));
    }

    [Fact]
    public async Task Narrowing_to_people_leaves_only_those_named()
    {
        var scene = await Scene.SetAsync(house);

        await scene.AgreeAsync(Purpose.AnswerColleagues, Audience.ForPeople([scene.InTeamBelow.PersonId]).Value);

        Assert.Equal(AgentAndCard, await scene.SeenByAsync(scene.InTeamBelow));
        Assert.Equal(Nothing, await scene.SeenByAsync(scene.Beside));
    }

    [Fact]
    public async Task A_wider_consent_does_not_widen_a_card()
    {
        var scene = await Scene.SetAsync(house);

        await scene.AgreeAsync(Purpose.AnswerColleagues, Audience.Organisation());

        Assert.Equal((true, 0), await scene.SeenByAsync(scene.InTeamAbove));
        Assert.Equal(AgentAndCard, await scene.SeenByAsync(scene.Beside));
    }

    [Fact]
    public async Task A_card_made_private_is_gone_from_what_was_published()
    {
        var scene = await Scene.SetAsync(house);

        await scene.ChangeCardAsync(card => card.ShareWith(Audience.Private()));

        Assert.Equal((true, 0), await scene.SeenByAsync(scene.Beside));
    }

    [Fact]
    public async Task A_retired_card_is_gone_from_what_was_published()
    {
        var scene = await Scene.SetAsync(house);

        await scene.ChangeCardAsync(card => card.SetAside());

        Assert.Equal((true, 0), await scene.SeenByAsync(scene.Beside));
    }

    [Fact]
    public async Task New_words_are_not_served_before_they_are_published()
    {
        var scene = await Scene.SetAsync(house);

        await scene.ChangeCardAsync(card => card.Revise(new CardText { Kind = CardKind.Fact, Title = "Other words", Action = "Know it." }, 1, Now));

        var title = await house.InStoreAsync(db => db.PermittedCards(scene.Beside, Now).Where(card => card.OwnerId == scene.Owner).Select(card => card.Revision.Text.Title).SingleAsync());
        Assert.Equal("A fact", title);
    }

    [Fact]
    public async Task Nobody_is_given_the_agent_of_somebody_who_is_no_longer_here()
    {
        var scene = await Scene.SetAsync(house);

        await scene.LeaveAsync();

        Assert.Equal(Nothing, await scene.SeenByAsync(scene.Beside));
    }

    [Fact]
    public async Task An_agent_taken_down_gives_nothing()
    {
        var scene = await Scene.SetAsync(house);

        await scene.TakeDownAsync();

        Assert.Equal(Nothing, await scene.SeenByAsync(scene.Beside));
    }

    [Fact]
    public async Task What_an_answer_cited_opens_again_for_its_asker_alone()
    {
        var scene = await Scene.SetAsync(house);

        await scene.AnswerAsync(scene.Beside);

        Assert.True(await scene.OpensAgainAsync(scene.Beside));
        Assert.False(await scene.OpensAgainAsync(scene.InTeamBelow));
    }

    [Fact]
    public async Task What_an_answer_cited_does_not_open_again_once_the_card_is_private()
    {
        var scene = await Scene.SetAsync(house);
        await scene.AnswerAsync(scene.Beside);

        await scene.ChangeCardAsync(card => card.ShareWith(Audience.Private()));

        Assert.False(await scene.OpensAgainAsync(scene.Beside));
    }

    [Theory]
    [InlineData(Purpose.AnswerColleagues)]
    [InlineData(Purpose.HoldProfile)]
    [InlineData(Purpose.DistilAgent)]
    public async Task What_an_answer_cited_does_not_open_again_once_consent_is_withdrawn(Purpose purpose)
    {
        var scene = await Scene.SetAsync(house);
        await scene.AnswerAsync(scene.Beside);

        await scene.WithdrawAsync(purpose);

        Assert.False(await scene.OpensAgainAsync(scene.Beside));
    }
}
