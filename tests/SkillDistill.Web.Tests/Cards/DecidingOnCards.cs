using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Tests.Cards;

public sealed class DecidingOnCards(House house) : IClassFixture<House>
{
    private static readonly CardText Fact = new() { Kind = CardKind.Fact, Title = "The spare modem", Action = "It lies in the red box." };
    private static readonly CardText Half = new() { Kind = CardKind.Judgement, Title = "Half a judgement", Action = "I decide." };

    [Fact]
    public async Task Of_a_selection_those_fit_are_accepted_and_the_others_are_named_with_the_reason()
    {
        var ids = await house.DraftsOfAsync("tunde", Fact, Half, Fact with { Title = "The other modem" });
        var tunde = await (await house.SignedInAsync("tunde")).OpenAsync("/cards?state=Draft");

        await tunde.PressAsync("button[formaction*='handler=Accept']", [.. ids.Select(id => ("Cards", id))]);

        Assert.Contains("2 cards accepted", tunde.Text, StringComparison.Ordinal);
        var refused = tunde.Page.QuerySelector("[data-refused]")!.TextContent;
        Assert.Contains("Half a judgement", refused, StringComparison.Ordinal);
        Assert.Contains("needs an exception", refused, StringComparison.Ordinal);
        Assert.Equal([CardStatus.Accepted, CardStatus.Draft, CardStatus.Accepted], await StatusesAsync(ids));
        Assert.Contains("state=Draft", tunde.Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Accept")]
    [InlineData("SetAside")]
    [InlineData("Confirm")]
    [InlineData("Share")]
    [InlineData("Tag")]
    public async Task Nobody_decides_on_anothers_cards(string handler)
    {
        var theirs = await house.CardOfAsync("mei", null);
        var before = await CardAsync(theirs);
        var dafydd = await (await house.SignedInAsync("dafydd")).OpenAsync("/cards");

        await dafydd.PostAsync($"/cards?handler={handler}", ("Cards", theirs), ("audience", "Private"), ("tag", "Incident command"));
        var single = await dafydd.PostAsync($"/cards/{theirs}?handler={(handler == "Tag" ? "Accept" : handler)}", ("Audience.Scope", "Private"));

        Assert.Equal(HttpStatusCode.NotFound, single.StatusCode);
        var after = await CardAsync(theirs);
        Assert.Equal((before.Status, before.Audience, before.ConfirmedAt, before.Skills.Count), (after.Status, after.Audience, after.ConfirmedAt, after.Skills.Count));
    }

    [Fact]
    public async Task A_selection_is_shared_and_tagged_at_once()
    {
        var ids = await house.DraftsOfAsync("xiaoyun", Fact, Half);
        var xiaoyun = await (await house.SignedInAsync("xiaoyun")).OpenAsync("/cards?state=Draft");
        var ticked = ids.Select(id => ("Cards", id)).ToList();

        await xiaoyun.PressAsync("button[formaction*='handler=Share']", [.. ticked, ("audience", "Organisation")]);
        await xiaoyun.PressAsync("button[formaction*='handler=Tag']", [.. ticked, ("tag", "failover")]);
        await xiaoyun.PressAsync("button[formaction*='handler=Tag']", [.. ticked, ("tag", "no such skill")]);

        Assert.Contains("no such skill", xiaoyun.Page.QuerySelector("[data-refused]")!.TextContent, StringComparison.Ordinal);
        var cards = await Task.WhenAll(ids.Select(CardAsync));
        Assert.All(cards, card => Assert.Equal((AudienceScope.Organisation, 1), (card.Audience.Scope, card.Skills.Count)));
    }

    [Fact]
    public async Task Naming_people_for_a_selection_goes_through_a_page_of_its_own()
    {
        var ids = await house.DraftsOfAsync("dafydd", Fact, Half);
        var dafydd = await (await house.SignedInAsync("dafydd")).OpenAsync("/cards");

        await dafydd.PressAsync("button[formaction*='handler=Share']", [.. ids.Select(id => ("Cards", id)), ("audience", "People")]);
        Assert.StartsWith("/cards/share", dafydd.Location, StringComparison.Ordinal);
        await dafydd.PressAsync("[data-share]");
        Assert.Contains("at least one", dafydd.Text, StringComparison.Ordinal);
        await dafydd.PressAsync("button[value=find]", ("Audience.PeopleQuery", "Tunde"));
        var tunde = dafydd.Page.QuerySelector("[data-found] input")!.GetAttribute("value")!;
        await dafydd.PressAsync("[data-share]", ("Audience.People", tunde));

        Assert.All(await Task.WhenAll(ids.Select(CardAsync)), card => Assert.Equal(AudienceScope.People, card.Audience.Scope));
    }

    [Fact]
    public async Task Drafts_are_gone_through_one_by_one_with_the_words_they_came_from()
    {
        using var own = new House();
        var ids = await own.DraftsOfAsync("mei", Fact, Half, Fact with { Title = "The third" });
        var mei = await (await own.SignedInAsync("mei")).OpenAsync("/cards/review");
        Assert.Contains("1 of 3", mei.Text, StringComparison.Ordinal);
        Assert.Contains("In the notes: The spare modem", mei.Page.QuerySelector("[data-origin]")!.TextContent, StringComparison.Ordinal);

        await mei.PressAsync("button[data-key=a]");
        Assert.Contains("2 of 3", mei.Text, StringComparison.Ordinal);
        await mei.PressAsync("button[data-key=a]");
        Assert.Contains("needs an exception", mei.Text, StringComparison.Ordinal);
        await mei.PressAsync("button[data-key=s]");
        Assert.Contains("3 of 3", mei.Text, StringComparison.Ordinal);
        await mei.PressAsync("button[data-key=x]");

        Assert.Contains("One draft is still open", mei.Text, StringComparison.Ordinal);
        var cards = await own.InStoreAsync(db => db.Cards.Where(card => card.Passages.Count > 0).ToListAsync());
        Assert.Equal([CardStatus.Accepted, CardStatus.Draft, CardStatus.Discarded], ids.Select(id => cards.Single(card => card.Id.ToString() == id).Status));
    }

    [Fact]
    public async Task A_draft_mended_in_review_leads_on_to_the_next()
    {
        using var own = new House();
        await own.DraftsOfAsync("mei", Half, Fact);
        var mei = await (await own.SignedInAsync("mei")).OpenAsync("/cards/review");

        await mei.OpenAsync(mei.Page.QuerySelector("a[data-key=e]")!.GetAttribute("href")!);
        await mei.PressAsync("[data-card-form] [data-accept]", ("Form.Exception", "Never."), ("Form.Falsifier", "It breaks."));

        Assert.StartsWith("/cards/review", mei.Location, StringComparison.Ordinal);
        Assert.Contains("2 of 2", mei.Text, StringComparison.Ordinal);
        Assert.Contains("The spare modem", mei.Text, StringComparison.Ordinal);
    }

    private async Task<List<CardStatus>> StatusesAsync(IEnumerable<string> ids) => [.. (await Task.WhenAll(ids.Select(CardAsync))).Select(card => card.Status)];

    private Task<Card> CardAsync(string id) => house.InStoreAsync(db => db.Cards.AsNoTracking().SingleAsync(card => card.Id == Id<Card>.Parse(id, null)));
}
