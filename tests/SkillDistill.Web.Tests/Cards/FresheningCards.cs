using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Tests.Cards;

public sealed class FresheningCards
{
    private const string Longest = "Checking certificates and other things that expire";
    private const string Other = "Our monitoring has one blind spot";

    [Fact]
    public async Task What_still_holds_is_confirmed_with_one_press_and_what_has_changed_is_rewritten()
    {
        using var house = new House();
        var mei = await (await house.SignedInAsync("mei")).OpenAsync("/cards/freshen");
        Assert.Contains("1 of 2", mei.Text, StringComparison.Ordinal);
        Assert.Equal(Longest, mei.Shown("article h2"));

        await mei.PressAsync("button[data-key=a]");
        Assert.Contains("2 of 2", mei.Text, StringComparison.Ordinal);
        Assert.Equal(Other, mei.Shown("article h2"));
        await mei.OpenAsync(mei.Page.QuerySelector("a[data-key=e]")!.GetAttribute("href")!);
        await mei.PressAsync("[data-card-form] [data-save]", ("Form.Threshold", "Red three times in a row."));

        Assert.StartsWith("/cards/freshen", mei.Location, StringComparison.Ordinal);
        Assert.Contains("Nothing waits for your word", mei.Text, StringComparison.Ordinal);
        var (confirmed, changed) = (await CardAsync(house, Longest), await CardAsync(house, Other));
        Assert.Equal((CardStatus.Accepted, 1, false), (confirmed.Status, confirmed.RevisionNumber, confirmed.IsStale(house.Clock.GetUtcNow())));
        Assert.Equal((CardStatus.Accepted, 2, false), (changed.Status, changed.RevisionNumber, changed.IsStale(house.Clock.GetUtcNow())));
    }

    [Fact]
    public async Task What_was_left_for_later_comes_again_and_what_no_longer_holds_does_not()
    {
        using var house = new House();
        var mei = await (await house.SignedInAsync("mei")).OpenAsync("/cards/freshen");

        await mei.PressAsync("button[data-key=s]");
        await mei.PressAsync("button[data-key=x]");

        Assert.Contains("One card still waits for your word", mei.Text, StringComparison.Ordinal);
        Assert.Equal(CardStatus.Retired, (await CardAsync(house, Other)).Status);
        await mei.OpenAsync("/cards/freshen");
        Assert.Contains("1 of 1", mei.Text, StringComparison.Ordinal);
        Assert.Equal(Longest, mei.Shown("article h2"));
    }

    [Fact]
    public async Task A_second_press_and_anothers_card_change_nothing()
    {
        using var house = new House();
        var theirs = await house.CardOfAsync("xiaoyun", null);
        var mei = await (await house.SignedInAsync("mei")).OpenAsync("/cards/freshen");
        var first = mei.Page.QuerySelector("form[data-keys] input[name=card]")!.GetAttribute("value")!;

        await mei.PostAsync("/cards/freshen?handler=Confirm", ("card", first), ("done", "0"));
        await mei.PostAsync("/cards/freshen?handler=SetAside", ("card", first), ("done", "0"));
        var before = await house.InStoreAsync(db => db.Cards.AsNoTracking().SingleAsync(card => card.Id == Id<Card>.Parse(theirs, null)));
        await mei.PostAsync("/cards/freshen?handler=SetAside", ("card", theirs), ("done", "0"));

        var after = await house.InStoreAsync(db => db.Cards.AsNoTracking().SingleAsync(card => card.Id == Id<Card>.Parse(theirs, null)));
        Assert.Equal((before.Status, before.ConfirmedAt), (after.Status, after.ConfirmedAt));
        Assert.Equal([CardStatus.Accepted, CardStatus.Accepted], [(await CardAsync(house, Longest)).Status, (await CardAsync(house, Other)).Status]);
    }

    [Theory]
    [InlineData("-5", "1 of 2")]
    [InlineData("2147483647", "100001 of 100002")]
    [InlineData("many", "1 of 2")]
    public async Task A_number_that_no_walk_has_in_its_address_breaks_nothing(string done, string said)
    {
        using var house = new House();

        var mei = await (await house.SignedInAsync("mei")).OpenAsync($"/cards/freshen?done={done}");

        Assert.Contains(said, mei.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_profile_and_the_list_of_stale_cards_lead_to_it()
    {
        using var house = new House();
        var mei = await (await house.SignedInAsync("mei")).OpenAsync("/cards?stale=true");

        Assert.NotNull(mei.Page.QuerySelector("a[href='/cards/freshen']"));
        await mei.OpenAsync("/me");
        Assert.NotNull(mei.Page.QuerySelector("[data-next=Freshen] a[href='/cards/freshen']"));
    }

    private static Task<Card> CardAsync(House house, string title) =>
        house.InStoreAsync(db => db.Cards.AsNoTracking().SingleAsync(card => db.CardRevisions.Any(revision => revision.Id == card.CurrentRevisionId && revision.Text.Title == title)));
}
