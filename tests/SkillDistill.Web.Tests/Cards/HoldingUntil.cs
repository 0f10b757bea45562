using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Cards;
using SkillDistill.Web.Tests.Ask;
using SkillDistill.Web.Tests.Coverage;
using SkillDistill.Web.Tests.Erasures;

namespace SkillDistill.Web.Tests.Cards;

/// <summary>Cards that hold until something happens, said by their owner or by an admin, on the clock of the house.</summary>
public sealed class HoldingUntil : IDisposable
{
    private const string Question = "At how many degrees do I start the kiln?";
    private const string Handover = "Monday on-call handover";
    private const string Replayed = "Alarms older than an hour are not sent after a replay";
    private const string Commander = "My first five minutes as commander";
    private const string Paging = "The on-call phone is replaced by the new paging service";

    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task The_owner_says_on_the_card_until_when_it_holds_and_how_long()
    {
        var card = await _house.CardOfAsync("mei", Commander);
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync($"/cards/{card}/edit");

        await mei.PressAsync("[data-save]", ("Form.HoldsUntil", " the runbook \n is rewritten "), ("Form.ReviewAfter", "Month"));

        var kept = await CardAsync(card);
        Assert.Equal(("the runbook is rewritten", ReviewPeriod.Month, kept.ConfirmedAt.AddDays(30), 1), (kept.HoldsUntil, kept.ReviewAfter, kept.ReviewBy, kept.RevisionNumber));
        Assert.Contains("Holds until: the runbook is rewritten", mei.Text, StringComparison.Ordinal);
        await mei.OpenAsync($"/cards/{card}/edit");
        Assert.Equal("the runbook is rewritten", mei.Page.QuerySelector("#holds-until")!.GetAttribute("value"));
        Assert.NotNull(mei.Page.QuerySelector("#review-after option[value=Month][selected]"));
    }

    [Theory]
    [InlineData("password: Tr0ub4dor&3xyz changes", "", "looks like a password")]
    [InlineData("the runbook is rewritten", "event", "not both")]
    [InlineData("", "another", "has happened meanwhile, or is off the list")]
    public async Task A_condition_that_cannot_be_kept_is_told_beside_its_field_and_stays_there(string words, string expected, string sentence)
    {
        var card = await _house.CardOfAsync("mei", Commander);
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync($"/cards/{card}/edit");

        await mei.PressAsync("[data-save]", ("Form.HoldsUntil", words), ("Form.Event", expected switch { "event" => (await EventAsync(Paging)).ToString(), "another" => $"{Guid.NewGuid():N}", _ => "" }));

        Assert.Contains(sentence, mei.Shown("[data-card-form]"), StringComparison.Ordinal);
        Assert.Equal(words, mei.Page.QuerySelector("#holds-until")!.GetAttribute("value") ?? "");
        Assert.Equal("", (await CardAsync(card)).HoldsUntil);
    }

    [Fact]
    public async Task A_period_that_is_not_offered_changes_nothing()
    {
        var card = await _house.CardOfAsync("mei", Commander);
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync($"/cards/{card}/edit");

        await mei.PressAsync("[data-save]", ("Form.ReviewAfter", "7"));

        Assert.NotNull(mei.Page.QuerySelector("[data-card-form] .field-validation-error"));
        Assert.Null((await CardAsync(card)).ReviewAfter);
    }

    [Fact]
    public async Task One_press_of_the_owners_touches_that_card_alone()
    {
        var card = await _house.CardOfAsync("mei", Replayed);
        var before = await AllAsync();
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync($"/cards/{card}");

        await mei.PressAsync("[data-happened]");

        Assert.Contains("Its condition has come about", mei.Text, StringComparison.Ordinal);
        Assert.Null(mei.Page.QuerySelector("[data-happened]"));
        Assert.Equal([card], Touched(before, await AllAsync()));
        var over = await CardAsync(card);
        Assert.True(over.IsStale(_house.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task An_event_touches_exactly_the_cards_that_picked_it_whoever_s_they_are()
    {
        var (mine, theirs, sameWords, otherEvent) = (await _house.CardOfAsync("mei", Handover), await _house.CardOfAsync("xiaoyun", null), await _house.CardOfAsync("mei", Commander), await _house.CardOfAsync("mei", Replayed));
        await PickAsync("xiaoyun", theirs, ("Form.HoldsUntil", ""), ("Form.Event", (await EventAsync(Paging)).ToString()));
        await PickAsync("mei", sameWords, ("Form.HoldsUntil", Paging));
        await PickAsync("mei", otherEvent, ("Form.HoldsUntil", ""), ("Form.Event", (await EventAsync("The Leeds warehouse moves to Wakefield")).ToString()));
        _house.Clock.Advance(TimeSpan.FromDays(1));
        var before = await AllAsync();

        await HappenAsync(Paging);

        Assert.Equal(new[] { mine, theirs }.Order(StringComparer.Ordinal), Touched(before, await AllAsync()));
        Assert.All(await Task.WhenAll(CardAsync(mine), CardAsync(theirs)), card =>
        {
            Assert.Equal((_house.Clock.GetUtcNow(), Paging), (card.CameAboutAt, card.HoldsUntil));
            Assert.True(card.IsStale(_house.Clock.GetUtcNow()));
        });
    }

    [Theory]
    [InlineData("the owner")]
    [InlineData("an admin")]
    [InlineData("the clock")]
    public async Task What_is_over_never_carries_an_answer_alone_and_does_again_once_confirmed(string said)
    {
        var expected = await EventAsync(Paging);
        var card = await PublishedAsync(("Starting the kiln", "I start the kiln at 40 degrees.", said == "an admin" ? expected : null));
        Assert.Equal("DocumentedProcess", Verdict(await AskAsync()));

        await EndAsync(said, card);
        var tunde = await AskAsync();

        Assert.Equal("CannotTell", Verdict(tunde));
        Assert.Contains("what comes nearest would have to be confirmed first", tunde.Text, StringComparison.Ordinal);
        Assert.Contains("Only cards that their owner would have to confirm first speak of this", tunde.Text, StringComparison.Ordinal);
        Assert.Empty(tunde.Page.QuerySelectorAll("details.citation"));
        var sam = await (await _house.SignedInAsync("sam")).OpenAsync("/cards/freshen");
        await sam.PressAsync("button[data-key=a]");
        Assert.Equal("DocumentedProcess", Verdict(await AskAsync()));
        Assert.Equal(said == "the clock" ? "the kiln is rebuilt" : "", (await CardAsync(card)).HoldsUntil);
    }

    [Theory]
    [InlineData("the owner", "Its condition has come about")]
    [InlineData("the clock", "Past its review date")]
    public async Task Beside_a_card_that_holds_it_is_cited_and_marked(string said, string mark)
    {
        var card = await PublishedAsync(("Starting the kiln", "I start the kiln at 40 degrees.", null), ("How hot the kiln is when I start it", "The kiln is at 40 degrees when I start it, never more.", null));
        await EndAsync(said, card);
        await ConfirmAsync("How hot the kiln is when I start it");

        var tunde = await AskAsync();

        Assert.Equal("DocumentedProcess", Verdict(tunde));
        var cited = tunde.Page.QuerySelectorAll("details.citation").ToDictionary(citation => citation.QuerySelector("summary .flex-fill")!.TextContent);
        Assert.Equal(2, cited.Count);
        Assert.Contains(mark, cited["Starting the kiln"].TextContent, StringComparison.Ordinal);
        Assert.Equal("the kiln is rebuilt", cited["Starting the kiln"].QuerySelector("[data-holds-until]")!.TextContent);
        Assert.Null(cited["How hot the kiln is when I start it"].QuerySelector(".tag-warn"));
    }

    [Fact]
    public async Task The_profile_reminds_of_it_and_the_walk_begins_with_it()
    {
        await HappenAsync(Paging);
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/me");
        Assert.Equal("1", mei.Page.QuerySelector("[data-came-about]")!.GetAttribute("data-came-about"));

        await mei.OpenAsync(mei.Page.QuerySelector("[data-came-about]")!.GetAttribute("href")!);

        Assert.Contains("1 of 3", mei.Text, StringComparison.Ordinal);
        Assert.Equal(Handover, mei.Shown("article h2"));
        Assert.Contains(Paging, mei.Shown("[data-holds-until]"), StringComparison.Ordinal);
        await mei.PressAsync("button[data-key=a]");
        Assert.Contains("2 of 3", mei.Text, StringComparison.Ordinal);
        Assert.Null((await mei.OpenAsync("/me")).Page.QuerySelector("[data-came-about]"));
    }

    [Fact]
    public async Task Whoever_edits_it_is_told_what_came_about_and_says_anew_until_when_it_holds()
    {
        await HappenAsync(Paging);
        var card = await _house.CardOfAsync("mei", Handover);
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync($"/cards/{card}/edit");
        Assert.Contains(Paging, mei.Shown("[data-over]"), StringComparison.Ordinal);

        await mei.PressAsync("[data-save]");
        Assert.NotNull((await CardAsync(card)).CameAboutAt);
        await mei.OpenAsync($"/cards/{card}/edit");
        await mei.PressAsync("[data-save]", ("Form.HoldsUntil", "we share the rota with Shenzhen"));

        var kept = await CardAsync(card);
        Assert.Equal(("we share the rota with Shenzhen", null, null, 1), (kept.HoldsUntil, kept.EventId, kept.CameAboutAt, kept.RevisionNumber));
        Assert.False(kept.IsStale(_house.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task An_event_that_happens_while_the_form_is_open_is_told_and_what_was_typed_stays()
    {
        var card = await _house.CardOfAsync("mei", Handover);
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync($"/cards/{card}/edit");
        await HappenAsync(Paging);

        await mei.PressAsync("[data-save]", ("Form.Reason", "So that nobody waits for the phone."));

        Assert.Contains("has happened meanwhile, or is off the list", mei.Text, StringComparison.Ordinal);
        Assert.Contains("So that nobody waits for the phone.", mei.Page.QuerySelector("[name='Form.Reason']")!.TextContent, StringComparison.Ordinal);
        await mei.PressAsync("[data-save]", ("Form.Event", ""));
        var kept = await CardAsync(card);
        Assert.Equal((2, "", null), (kept.RevisionNumber, kept.HoldsUntil, kept.CameAboutAt));
    }

    [Fact]
    public async Task A_confirmation_begun_before_it_came_about_does_not_write_over_it()
    {
        var card = Id<Card>.Parse(await _house.CardOfAsync("mei", Handover), null);

        await _house.InStoreAsync(async db =>
        {
            var seen = await db.Cards.SingleAsync(known => known.Id == card);
            await HappenAsync(Paging);
            seen.Confirm(CardKind.Process, _house.Clock.GetUtcNow());
            return await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
        });

        Assert.True((await CardAsync(card.ToString())).IsStale(_house.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task No_card_is_kept_that_waits_for_what_happens_at_that_moment()
    {
        var card = await _house.CardOfAsync("mei", Commander);

        var refusal = await _house.InStoreAsync(async db =>
        {
            var picking = await db.Cards.SingleAsync(known => known.Id == Id<Card>.Parse(card, null));
            picking.HoldUntil(UntilCondition.Of(await db.ExpectedEvents.AsNoTracking().SingleAsync(expected => expected.Words == Paging)), CardKind.Process, _house.Clock.GetUtcNow());
            await HappenAsync(Paging);
            return await new EventsToCome(db).SaveAsync(picking, CancellationToken.None);
        });

        Assert.IsType<EventNotToCome>(refusal);
        Assert.Equal("", (await CardAsync(card)).HoldsUntil);
    }

    [Fact]
    public async Task Somebody_elses_card_does_not_come_about_by_a_strangers_press()
    {
        var card = await _house.CardOfAsync("mei", Replayed);
        var tunde = await (await _house.SignedInAsync("tunde")).OpenAsync("/cards");

        using var posted = await tunde.PostAsync($"/cards/{card}?handler=Happened");

        Assert.Equal(System.Net.HttpStatusCode.NotFound, posted.StatusCode);
        Assert.Null((await CardAsync(card)).CameAboutAt);
    }

    [Fact]
    public async Task It_is_said_in_Chinese_too()
    {
        var card = await _house.CardOfAsync("xiaoyun", "XRF 筛查读数怎么判");
        var xiaoyun = await _house.SignedInAsync("xiaoyun");
        xiaoyun.Http.DefaultRequestHeaders.Add("Accept-Language", "zh-Hans");
        await xiaoyun.OpenAsync($"/cards/{card}");
        Assert.Contains("有效至: XRF 仪器更换", xiaoyun.Text, StringComparison.Ordinal);

        await xiaoyun.PressAsync("[data-happened]");

        Assert.Contains("失效条件已出现", xiaoyun.Text, StringComparison.Ordinal);
    }

    private async Task EndAsync(string said, string card)
    {
        switch (said)
        {
            case "the owner":
                await (await (await _house.SignedInAsync("sam")).OpenAsync($"/cards/{card}")).PressAsync("[data-happened]");
                break;
            case "an admin":
                await HappenAsync(Paging);
                break;
            default:
                _house.Clock.Advance(TimeSpan.FromDays(90) + TimeSpan.FromTicks(10));
                break;
        }
    }

    /// <summary>Cards of Sam's, in an agent that colleagues may ask; without an event they hold until the kiln is rebuilt.</summary>
    /// <returns>The first.</returns>
    private async Task<string> PublishedAsync(params (string Title, string Action, Id<ExpectedEvent>? Until)[] cards)
    {
        var owner = (await _house.PersonAsync("sam")).Id;
        var now = _house.Clock.GetUtcNow();
        await _house.DecideAsync(owner, stream => Canaries.Agree(stream, owner, now));
        return await _house.InStoreAsync(async db =>
        {
            var made = new List<Card>();
            foreach (var (title, action, until) in cards)
            {
                var card = Canaries.Accepted(db, owner, new CardText { Kind = CardKind.Process, Title = title, Action = action }, null, now);
                card.HoldUntil(until is { } id ? UntilCondition.Of(await db.ExpectedEvents.SingleAsync(known => known.Id == id)) : UntilCondition.Own("the kiln is rebuilt"), CardKind.Process, now);
                made.Add(card);
            }

            await Canaries.PublishAsync(db, owner, made, "Kilns", now);
            await db.SaveChangesAsync();
            return made[0].Id.ToString();
        });
    }

    private async Task ConfirmAsync(string title)
    {
        var card = await _house.CardOfAsync("sam", title);
        await (await (await _house.SignedInAsync("sam")).OpenAsync($"/cards/{card}")).PressAsync("button[formaction*=Confirm]");
    }

    private async Task<Visitor> AskAsync()
    {
        var tunde = await (await _house.SignedInAsync("tunde")).OpenAsync(await _house.AgentPathAsync("sam"));
        return await tunde.PressAsync("form[data-ask] button", ("Question", Question));
    }

    private static string? Verdict(Visitor asker) => asker.Page.QuerySelector("[data-verdict]")?.GetAttribute("data-verdict");

    private async Task PickAsync(string owner, string card, params (string Field, string Value)[] fields) =>
        await (await (await _house.SignedInAsync(owner)).OpenAsync($"/cards/{card}/edit")).PressAsync("[data-save]", fields);

    private async Task HappenAsync(string words)
    {
        var ada = await (await _house.SignedInAsync("ada")).OpenAsync("/admin/events");
        await ada.PressAsync(ada.Page.QuerySelectorAll("[data-to-come] li").Single(row => row.TextContent.Contains(words, StringComparison.Ordinal)).QuerySelector("[data-happened]")!);
        Assert.Contains("Said to have happened", ada.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    private Task<Id<ExpectedEvent>> EventAsync(string words) => _house.InStoreAsync(db => db.ExpectedEvents.Where(expected => expected.Words == words).Select(expected => expected.Id).SingleAsync());

    private Task<Card> CardAsync(string id) => _house.InStoreAsync(db => db.Cards.AsNoTracking().SingleAsync(card => card.Id == Id<Card>.Parse(id, null)));

    private Task<Dictionary<string, object>> AllAsync() => _house.InStoreAsync(async db => (await db.Cards.AsNoTracking().ToListAsync())
        .ToDictionary(card => card.Id.ToString(), card => (object)(card.ReviewBy, card.ConfirmedAt, card.CameAboutAt, card.HoldsUntil, card.EventId, card.ReviewAfter, (card.Status, card.RevisionNumber))));

    private static IEnumerable<string> Touched(Dictionary<string, object> before, Dictionary<string, object> after)
    {
        Assert.Equal(before.Keys.Order(StringComparer.Ordinal), after.Keys.Order(StringComparer.Ordinal));
        return before.Keys.Where(card => !before[card].Equals(after[card])).Order(StringComparer.Ordinal);
    }
}
