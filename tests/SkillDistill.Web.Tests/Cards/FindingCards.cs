using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SkillDistill.Web.Tests.Cards;

public sealed class FindingCards(House house) : IClassFixture<House>
{
    [Theory]
    [InlineData("kind=RedFlag", "Red flag")]
    [InlineData("state=Accepted&scope=Private", "Only me")]
    [InlineData("q=ROLLBACK", "Roll back first")]
    [InlineData("stale=true", "Past its review date")]
    public async Task A_filter_in_the_address_shows_what_fits(string query, string expected)
    {
        var mei = await (await house.SignedInAsync("mei")).OpenAsync($"/cards?{query}");

        Assert.NotEmpty(mei.Page.QuerySelectorAll(".card-row"));
        Assert.All(mei.Page.QuerySelectorAll(".card-row"), row => Assert.Contains(query.StartsWith("q=", StringComparison.Ordinal) ? "" : expected, row.TextContent, StringComparison.Ordinal));
        Assert.Contains(expected, mei.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kind=Nonsense&nr=-5")]
    [InlineData("skill=nonsense&nr=999999")]
    [InlineData("q=%25%27%22%3Cscript%3E")]
    public async Task A_senseless_address_is_answered_with_a_list(string query)
    {
        var mei = await (await house.SignedInAsync("mei")).OpenAsync($"/cards?{query}");

        Assert.Equal(HttpStatusCode.OK, mei.Status);
    }

    [Fact]
    public async Task The_second_page_goes_on_where_the_first_ends()
    {
        var mei = await (await house.SignedInAsync("mei")).OpenAsync("/cards");
        var first = mei.Page.QuerySelectorAll(".card-row a").Select(link => link.GetAttribute("href")).ToList();

        await mei.OpenAsync(mei.Page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        var second = mei.Page.QuerySelectorAll(".card-row a").Select(link => link.GetAttribute("href")).ToList();

        Assert.Equal(20, first.Count);
        Assert.NotEmpty(second);
        Assert.Empty(first.Intersect(second));
    }

    [Fact]
    public async Task Skills_are_found_by_alternative_names_in_both_languages()
    {
        var mei = await house.SignedInAsync("mei");

        var english = await mei.Http.GetFromJsonAsync<JsonElement>("/skills/search?q=FAILOVER");
        var chinese = await mei.Http.GetFromJsonAsync<JsonElement>("/skills/search?q=" + Uri.EscapeDataString("主备"));

        Assert.Equal("Database operations", english[0].GetProperty("label").GetString());
        Assert.Equal(english[0].GetProperty("id").GetString(), chinese[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task The_history_shows_word_by_word_what_changed()
    {
        var id = await house.CardOfAsync("mei", "First status message: I wait for scope, twenty minutes at most");
        var mei = await (await house.SignedInAsync("mei")).OpenAsync($"/cards/{id}/edit");
        await mei.PressAsync("[data-card-form] [data-save]", ("Form.Threshold", "My timer is 25 minutes from declaring, not from the first ticket. In nearly all of my incidents I have a usable scope by minute 12."));

        await mei.OpenAsync($"/cards/{id}/history?from=1&to=2");

        Assert.Equal("removed: 20", mei.Page.QuerySelector("[data-diff] del")!.TextContent);
        Assert.Equal("added: 25", mei.Page.QuerySelector("[data-diff] ins")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await mei.OpenAsync($"/cards/{id}/history?from=1&to=9")).Status);
    }

    [Fact]
    public async Task A_card_is_retired_confirmed_and_shared_from_its_own_page()
    {
        var id = await house.CardOfAsync("xiaoyun", null);
        var xiaoyun = await (await house.SignedInAsync("xiaoyun")).OpenAsync($"/cards/{id}");

        await xiaoyun.PressAsync("[data-share]", ("Audience.Scope", "Private"));
        Assert.Contains("Who may see it has been changed", xiaoyun.Text, StringComparison.Ordinal);
        await xiaoyun.PressAsync("button[formaction*='handler=Confirm']");
        Assert.Contains("Confirmed. It holds again for its own time.", xiaoyun.Text, StringComparison.Ordinal);
        await xiaoyun.PressAsync("button[formaction*='handler=SetAside']");

        Assert.Contains("Retired", xiaoyun.Text, StringComparison.Ordinal);
        Assert.Contains("Bring back", xiaoyun.Text, StringComparison.Ordinal);
    }
}
