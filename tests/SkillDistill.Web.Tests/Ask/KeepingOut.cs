using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Web.Tests.Coverage;

namespace SkillDistill.Web.Tests.Ask;

public sealed class KeepingOut(House house) : IClassFixture<House>
{
    [Theory]
    [InlineData("tunde")]
    [InlineData("dafydd")]
    [InlineData("ada")]
    [InlineData("noor")]
    public async Task Whoever_is_outside_the_audience_finds_no_agent_no_cards_and_no_search_hit(string key)
    {
        var outsider = await house.SignedInAsync(key);
        var agent = await house.AgentPathAsync("tomasz");

        Assert.Equal(HttpStatusCode.NotFound, (await outsider.OpenAsync(agent)).Status);
        await outsider.OpenAsync("/ask");
        Assert.DoesNotContain("Tomasz", outsider.Text, StringComparison.Ordinal);
        using (var posted = await outsider.PostAsync(agent, ("Question", "How long is the lead time for gas cells?")))
        {
            Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
        }

        Assert.DoesNotContain("Tomasz", (await outsider.OpenAsync("/ask?q=lead%20time%20supplier")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_is_there_for_its_asker_alone()
    {
        var tunde = await house.SignedInAsync("tunde");
        await tunde.OpenAsync(await house.AgentPathAsync("mei"));
        await tunde.PressAsync("form[data-ask] button", ("Question", "When may I wake a second person at night?"));
        var conversation = tunde.Location.Split('#')[0];
        var turn = tunde.Page.QuerySelector("article.turn")!.GetAttribute("data-turn");

        foreach (var key in new[] { "mei", "dafydd", "ada", "noor", "sam" })
        {
            var other = await house.SignedInAsync(key);
            Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync(conversation)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync($"{conversation}/turns/{turn}/stream")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync($"{conversation}?handler=Turn&turn={turn}")).Status);
            await other.OpenAsync("/ask");
            foreach (var verb in new[] { "Delete", "Rename&title=mine", $"Stop&turn={turn}" })
            {
                using var posted = await other.PostAsync($"{conversation}?handler={verb}");
                Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
            }
        }

        Assert.Equal(HttpStatusCode.OK, (await tunde.OpenAsync(conversation)).Status);
    }

    [Fact]
    public async Task A_stranger_finds_no_agent_no_card_and_no_conversation_whether_they_exist_or_not()
    {
        var mei = await house.PersonAsync("mei");
        var card = await house.InStoreAsync(db => db.Cards.Where(card => card.OwnerId == mei.Id).Select(card => card.Id).FirstAsync());
        var tunde = await house.SignedInAsync("tunde");
        var agent = await house.AgentPathAsync("mei");
        await tunde.OpenAsync(agent);
        await tunde.PressAsync("form[data-ask] button", ("Question", "When may I wake a second person at night?"));
        var conversation = tunde.Location.Split('#')[0];
        var turn = tunde.Page.QuerySelector("article.turn")!.GetAttribute("data-turn");
        var stranger = house.Stranger();

        foreach (var path in new[] { agent, $"/cards/{card}", $"/cards/{card}/history", conversation, $"{conversation}/turns/{turn}/stream", $"{conversation}?handler=Turn&turn={turn}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync(path)).Status);
            var missing = path.Split('?')[0].Replace(agent.Split('/')[^1], Guid.NewGuid().ToString("N"), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync(missing)).Status);
        }

        await stranger.OpenAsync(agent);
        Assert.Contains("/sign-in?ReturnUrl=", stranger.Page.QuerySelector("main a.btn")!.GetAttribute("href"), StringComparison.Ordinal);
        using var asked = await stranger.PostAsync(agent, ("Question", "When may I wake a second person at night?"));
        Assert.Equal(HttpStatusCode.NotFound, asked.StatusCode);
    }

    [Fact]
    public async Task Only_the_owner_tries_a_version()
    {
        var mei = await house.SignedInAsync("mei");
        Assert.Equal(HttpStatusCode.OK, (await mei.OpenAsync("/ask/try/1")).Status);
        await mei.PressAsync("form[data-ask] button", ("Question", "When do you roll back?"));
        Assert.NotEmpty(mei.Page.QuerySelectorAll("details.citation"));

        var tunde = await house.SignedInAsync("tunde");
        Assert.Equal(HttpStatusCode.NotFound, (await tunde.OpenAsync("/ask/try/1")).Status);
        Assert.Equal(0, await house.InStoreAsync(db => db.Agents.CountAsync(agent => db.People.Any(person => person.Id == agent.OwnerId && person.Email == "tunde@lindenau.example"))));
    }
}
