using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Tests.Cards;

namespace SkillDistill.Web.Tests.Admin;

public sealed partial class ExpectingEvents : IDisposable
{
    private const string Name = "#name-event button";
    private const string Paging = "The on-call phone is replaced by the new paging service";

    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Only_an_admin_says_what_is_expected_and_what_has_happened()
    {
        var mei = await _house.SignedInAsync("mei");
        var expected = await _house.InStoreAsync(db => db.ExpectedEvents.AsNoTracking().FirstAsync());

        Assert.Equal(HttpStatusCode.Forbidden, (await mei.OpenAsync("/admin/events")).Status);
        using var named = await mei.PostAsync("/admin/events", ("Form.Words", "Something happens"));
        using var happened = await mei.PostAsync("/admin/events?handler=Happened", ("id", expected.Id.ToString()), ("on", "2026-01-01"));
        using var removed = await mei.PostAsync("/admin/events?handler=Remove", ("id", expected.Id.ToString()));

        Assert.All([named, happened, removed], response => Assert.NotEqual(HttpStatusCode.OK, response.StatusCode));
        var kept = await EventsAsync();
        Assert.Equal(2, kept.Count);
        Assert.All(kept, still => Assert.Null(still.HappenedOn));
    }

    [Fact]
    public async Task An_event_is_named_offered_to_owners_said_to_have_happened_and_offered_no_more()
    {
        var ada = await (await _house.SignedInAsync("ada")).OpenAsync("/admin/events");
        await ada.PressAsync(Name, ("Form.Words", "The payment system\nis replaced"));
        Assert.Contains("The payment system is replaced", ada.Shown("[data-to-come]"), StringComparison.Ordinal);
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/cards/new?kind=Fact");
        Assert.Contains("The payment system is replaced", mei.Shown("#event"), StringComparison.Ordinal);

        await ada.PressAsync(Row(ada, "The payment system").QuerySelector("[data-happened]")!, ("on", Today.AddDays(-2).ToString("O", null)));

        Assert.Contains("The payment system is replaced", ada.Shown("[data-has-happened]"), StringComparison.Ordinal);
        Assert.DoesNotContain("The payment system", ada.Shown("[data-to-come]"), StringComparison.Ordinal);
        Assert.DoesNotContain("The payment system", (await mei.OpenAsync("/cards/new?kind=Fact")).Shown("#event"), StringComparison.Ordinal);
        var kept = (await EventsAsync()).Single(expected => expected.Words.StartsWith("The payment", StringComparison.Ordinal));
        Assert.Equal((Today.AddDays(-2), _house.Clock.GetUtcNow()), (kept.HappenedOn, kept.SaidAt));
        Assert.Equal((kept.NamedById, true), (kept.SaidById, kept.SaidById is not null));
    }

    [Theory]
    [InlineData("", "Say in one line")]
    [InlineData("password: Tr0ub4dor&3xyz changes", "looks like a password")]
    [InlineData("the ON-CALL phone is replaced by the new paging service", "on the list already")]
    public async Task What_cannot_be_expected_is_told_beside_the_field(string words, string sentence)
    {
        var ada = await (await _house.SignedInAsync("ada")).OpenAsync("/admin/events");

        await ada.PressAsync(Name, ("Form.Words", words));

        Assert.Contains(sentence, ada.Shown("#name-event"), StringComparison.Ordinal);
        Assert.Equal(2, (await EventsAsync()).Count);
    }

    [Fact]
    public async Task The_list_stays_one_that_can_be_read()
    {
        await _house.InStoreAsync(async db =>
        {
            var admin = (await db.People.FirstAsync(person => person.IsAdmin)).Id;
            db.ExpectedEvents.AddRange(Enumerable.Range(3, ExpectedEvent.MostToCome - 2).Select(number => ExpectedEvent.Name($"Number {number} happens", admin, _house.Clock.GetUtcNow()).Value));
            return await db.SaveChangesAsync();
        });
        var ada = await (await _house.SignedInAsync("ada")).OpenAsync("/admin/events");

        await ada.PressAsync(Name, ("Form.Words", "One too many"));

        Assert.Contains("At most 50 events", ada.Shown("#name-event"), StringComparison.Ordinal);
        Assert.Equal(ExpectedEvent.MostToCome, (await EventsAsync()).Count);
    }

    [Theory]
    [InlineData("2999-01-01")]
    [InlineData("0001-01-01")]
    [InlineData("")]
    [InlineData("yesterday")]
    public async Task A_day_that_cannot_be_is_told_and_nothing_has_happened(string on)
    {
        var ada = await (await _house.SignedInAsync("ada")).OpenAsync("/admin/events");

        await ada.PressAsync(Row(ada, Paging).QuerySelector("[data-happened]")!, ("on", on));

        Assert.Contains("Choose the day on which it happened", ada.Text, StringComparison.Ordinal);
        Assert.All(await EventsAsync(), expected => Assert.Null(expected.HappenedOn));
    }

    [Fact]
    public async Task What_has_happened_is_said_once_and_stays_on_the_list()
    {
        var ada = await (await _house.SignedInAsync("ada")).OpenAsync("/admin/events");
        var id = (await EventsAsync()).Single(expected => expected.Words == Paging).Id.ToString();
        await ada.PressAsync(Row(ada, Paging).QuerySelector("[data-happened]")!);
        var said = (await EventsAsync()).Single(expected => expected.Words == Paging);

        using var again = await ada.PostAsync("/admin/events?handler=Happened", ("id", id), ("on", Today.AddDays(-9).ToString("O", null)));
        using var removed = await ada.PostAsync("/admin/events?handler=Remove", ("id", id));

        Assert.Contains("said already that this has happened", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, removed.StatusCode);
        Assert.Equal(said.HappenedOn, (await EventsAsync()).Single(expected => expected.Words == Paging).HappenedOn);
    }

    [Fact]
    public async Task Cards_keep_the_words_of_an_event_that_is_taken_off_the_list()
    {
        var ada = await (await _house.SignedInAsync("ada")).OpenAsync("/admin/events");
        var card = Domain.Id<Card>.Parse(await _house.CardOfAsync("mei", "Monday on-call handover"), null);

        await ada.PressAsync(Row(ada, Paging).QuerySelector("[data-remove]")!);

        var kept = await _house.InStoreAsync(db => db.Cards.AsNoTracking().SingleAsync(known => known.Id == card));
        Assert.Equal((Paging, null, null), (kept.HoldsUntil, kept.EventId, kept.CameAboutAt));
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync($"/cards/{card}/edit");
        Assert.Equal(Paging, mei.Page.QuerySelector("#holds-until")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_admin_gets_the_same_bytes_whether_a_card_holds_until_it_or_none_does()
    {
        using var other = new House();
        await other.InStoreAsync(db => db.Cards.Where(card => card.EventId != null).ExecuteUpdateAsync(set => set.SetProperty(card => card.EventId, (Domain.Id<ExpectedEvent>?)null)));
        Assert.True(await _house.InStoreAsync(db => db.Cards.AnyAsync(card => card.EventId != null)));
        var (picked, unpicked) = (await (await _house.SignedInAsync("ada")).OpenAsync("/admin/events"), await (await other.SignedInAsync("ada")).OpenAsync("/admin/events"));
        Assert.Equal(await BytesAsync(picked), await BytesAsync(unpicked));

        await picked.PressAsync(Row(picked, Paging).QuerySelector("[data-happened]")!);
        await unpicked.PressAsync(Row(unpicked, Paging).QuerySelector("[data-happened]")!);

        Assert.Equal(Plain(picked.Page.DocumentElement.OuterHtml), Plain(unpicked.Page.DocumentElement.OuterHtml));
        Assert.Equal(await BytesAsync(picked), await BytesAsync(unpicked));
        Assert.True(await _house.InStoreAsync(db => db.Cards.AnyAsync(card => card.CameAboutAt != null)));
        Assert.False(await other.InStoreAsync(db => db.Cards.AnyAsync(card => card.CameAboutAt != null)));
    }

    private DateOnly Today => DateOnly.FromDateTime(_house.Clock.GetUtcNow().UtcDateTime);

    private Task<List<ExpectedEvent>> EventsAsync() => _house.InStoreAsync(db => db.ExpectedEvents.AsNoTracking().ToListAsync());

    private static AngleSharp.Dom.IElement Row(Visitor ada, string words) => ada.Page.QuerySelectorAll("[data-to-come] li").Single(row => row.TextContent.Contains(words, StringComparison.Ordinal));

    private static async Task<string> BytesAsync(Visitor visitor) => Plain(await visitor.Http.GetStringAsync(new Uri("/admin/events", UriKind.Relative)));

    /// <summary>Without what is new with every page and every installation: tokens of forms, and ids.</summary>
    private static string Plain(string html) => New().Replace(html, "");

    [GeneratedRegex("(name=\"__RequestVerificationToken\" type=\"hidden\" value=\"[^\"]+\")|[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}")]
    private static partial Regex New();
}
