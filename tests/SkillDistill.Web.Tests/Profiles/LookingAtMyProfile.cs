using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Tests.Cards;

namespace SkillDistill.Web.Tests.Profiles;

public sealed class LookingAtMyProfile(House house) : IClassFixture<House>
{
    [Fact]
    public async Task An_empty_profile_offers_three_ways_to_begin()
    {
        var noor = await (await house.SignedInAsync("noor")).OpenAsync("/me");

        Assert.Equal(["/interview", "/sources/new", "/cards/new"], noor.Page.QuerySelectorAll("[data-empty] a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task A_full_profile_shows_what_there_is()
    {
        var mei = await (await house.SignedInAsync("mei")).OpenAsync("/me");

        Assert.Contains("28 accepted", mei.Text, StringComparison.Ordinal);
        Assert.Contains("Version 1 answers", mei.Text, StringComparison.Ordinal);
        Assert.Contains("Everybody here may ask your agent", mei.Text, StringComparison.Ordinal);
        Assert.Contains("Incident command 5", mei.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_step_follows_the_way_from_drafts_over_consent()
    {
        var ids = await house.DraftsOfAsync("tunde", new CardText { Kind = CardKind.Fact, Title = "A fact", Action = "It is so." });
        var tunde = await (await house.SignedInAsync("tunde")).OpenAsync("/me");
        Assert.Equal("GoThrough", Next(tunde));

        await tunde.OpenAsync($"/cards/{ids[0]}");
        await tunde.PressAsync("button[formaction*='handler=Accept']");
        await tunde.OpenAsync("/me");

        Assert.Equal("Consent", Next(tunde));
    }

    private static string? Next(Visitor visitor) => visitor.Page.QuerySelector("[data-next]")?.GetAttribute("data-next");
}
