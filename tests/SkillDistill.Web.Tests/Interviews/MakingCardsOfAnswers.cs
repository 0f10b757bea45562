using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Tests.Coverage;
using static SkillDistill.Web.Tests.Interviews.Sittings;

namespace SkillDistill.Web.Tests.Interviews;

public sealed class MakingCardsOfAnswers : IDisposable
{
    private const string Proposed = "input[name=keys]";
    private const string Keep = "button[formaction*=Keep]";

    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task What_an_answer_would_become_stands_beside_it()
    {
        var sam = await _house.InterviewedAsync("sam");
        await sam.WriteRuleAsync();
        await sam.AtAsync("decisions", "decision-rule");

        var proposed = sam.Shown("[data-beside] [data-proposal]");

        Assert.Contains("Judgement", proposed, StringComparison.Ordinal);
        Assert.Contains("The scale is never off by more than 50 grams", proposed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proposal_becomes_a_draft_once_and_leads_back_to_its_answer()
    {
        var sam = await _house.InterviewedAsync("sam");
        await sam.WriteRuleAsync();
        await sam.OpenAsync("/interview/drafts");
        var key = sam.Page.QuerySelector(Proposed)!.GetAttribute("value")!;

        await sam.PressAsync(Keep, ("keys", key));
        using var again = await sam.PostAsync("/interview/drafts?handler=Keep", ("keys", key));

        var card = Assert.Single(await CardsAsync());
        Assert.Equal((CardStatus.Draft, AudienceScope.Private), (card.Status, card.Audience.Scope));
        await sam.OpenAsync($"/cards/{card.Id}");
        Assert.Contains("It rained at the depot", sam.Shown("[data-origin]"), StringComparison.Ordinal);
        await sam.PressAsync("button[formaction*=Accept]");
        Assert.Equal(CardStatus.Accepted, Assert.Single(await CardsAsync()).Status);
        await sam.OpenAsync("/interview/answers");
        Assert.Contains("It rained at the depot and the cardboard is wet", sam.Page.QuerySelectorAll("mark").Select(mark => mark.TextContent));
    }

    [Fact]
    public async Task A_discarded_proposal_does_not_come_back()
    {
        var sam = await _house.InterviewedAsync("sam");
        await sam.WriteRuleAsync();
        await sam.OpenAsync("/interview/drafts");

        await sam.PressAsync("button[formaction*=Discard]", ("keys", sam.Page.QuerySelector(Proposed)!.GetAttribute("value")!));

        Assert.Null(sam.Page.QuerySelector(Proposed));
        Assert.Empty(await CardsAsync());
    }

    [Fact]
    public async Task An_answer_written_anew_proposes_a_change_and_overwrites_nothing()
    {
        var sam = await _house.InterviewedAsync("sam");
        await sam.WriteRuleAsync();
        await KeepAllAsync(sam);
        await sam.AtAsync("decisions", "decision-rule");
        await sam.PressAsync(Next, ("Form.Rows[0].Parts[then]", "I weigh it a second time"));
        Assert.Equal("I open it before it leaves the hall", await ActionAsync());
        await sam.OpenAsync("/interview/drafts");

        await sam.PressAsync("[data-changed] button[formaction*=Take]");

        Assert.Equal("I weigh it a second time", await ActionAsync());
        Assert.Null((await sam.OpenAsync("/interview/drafts")).Page.QuerySelector("[data-changed]"));
    }

    [Fact]
    public async Task A_change_that_is_left_leaves_the_card_as_it_is()
    {
        var sam = await _house.InterviewedAsync("sam");
        await sam.WriteRuleAsync();
        await KeepAllAsync(sam);
        await sam.AtAsync("decisions", "decision-rule");
        await sam.PressAsync(Next, ("Form.Rows[0].Parts[then]", "I weigh it a second time"));
        await sam.OpenAsync("/interview/drafts");

        await sam.PressAsync("[data-changed] button[formaction*=Leave]");

        Assert.Equal("I open it before it leaves the hall", await ActionAsync());
        Assert.Null(sam.Page.QuerySelector("[data-changed]"));
    }

    [Fact]
    public async Task Two_proposals_kept_as_one_make_one_card_that_follows_both_answers_and_keeps_the_owners_words()
    {
        var sam = await _house.InterviewedAsync("sam");
        await sam.AtAsync("map", "map-scope");
        await sam.PressAsync(Next, (Whole, "I look after parcels"));
        await sam.WriteRuleAsync();
        await sam.OpenAsync("/interview/drafts");
        await sam.PressAsync("button[formaction*=KeepAsOne]", [.. sam.Page.QuerySelectorAll(Proposed).Select(box => ("keys", box.GetAttribute("value")!))]);
        await sam.PressAsync("button[data-save]", ("Form.Action", "I look after parcels\nI open it before it leaves the hall\nThen I breathe."));
        var card = Assert.Single(await CardsAsync(), card => card.Status == CardStatus.Draft);
        Assert.Null((await sam.OpenAsync("/interview/drafts")).Page.QuerySelector($"{Proposed}, [data-changed]"));

        await sam.AtAsync("decisions", "decision-rule");
        await sam.PressAsync(Next, ("Form.Rows[0].Parts[then]", "I weigh it a second time"));
        await sam.OpenAsync("/interview/drafts");
        await sam.PressAsync("[data-changed] button[formaction*=Take]");

        Assert.Equal("I look after parcels\nI weigh it a second time\nThen I breathe.", await ActionAsync(card));
        Assert.Null((await sam.OpenAsync("/interview/drafts")).Page.QuerySelector($"{Proposed}, [data-changed]"));
    }

    [Fact]
    public async Task A_draft_of_an_answer_taken_apart_follows_it_field_by_field()
    {
        var sam = await _house.InterviewedAsync("sam");
        await sam.WriteRuleAsync();
        await KeepAllAsync(sam);
        var card = Assert.Single(await CardsAsync());
        await sam.OpenAsync($"/cards/{card.Id}/split");
        await sam.PressAsync(".split-form button", ("Form.Goes[2]", "Goes"), ("Form.Goes[3]", "Goes"));
        var parted = Assert.Single(await CardsAsync(), other => other.Id != card.Id);

        await sam.AtAsync("decisions", "decision-rule");
        await sam.PressAsync(Next, ("Form.Rows[0].Parts[because]", "The scale was calibrated in May"));
        await sam.OpenAsync("/interview/drafts");

        var changed = Assert.Single(sam.Page.QuerySelectorAll("[data-changed]"));
        Assert.Contains(parted.Id.ToString(), changed.InnerHtml, StringComparison.Ordinal);
        await sam.PressAsync("[data-changed] button[formaction*=Take]");
        Assert.Null(sam.Page.QuerySelector($"{Proposed}, [data-changed]"));
        Assert.Equal("I open it before it leaves the hall", await ActionAsync(card));
    }

    [Fact]
    public async Task An_audience_chosen_for_an_answer_goes_to_its_drafts_and_private_reaches_accepted_cards()
    {
        var sam = await _house.InterviewedAsync("sam");
        await sam.WriteRuleAsync();
        await KeepAllAsync(sam);
        await sam.OpenAsync("/interview/answers");
        await sam.OpenAsync(sam.Page.QuerySelector("[data-answer=decision-rule] a[href*='haring=']")!.GetAttribute("href")!);
        await sam.PressAsync("[data-share]", ("Audience.Scope", nameof(AudienceScope.Organisation)));
        var card = Assert.Single(await CardsAsync());
        Assert.Equal(AudienceScope.Organisation, card.Audience.Scope);
        await sam.OpenAsync($"/cards/{card.Id}");
        await sam.PressAsync("button[formaction*=Accept]");

        await sam.OpenAsync("/interview/answers");
        await sam.PressAsync("[data-private]");

        Assert.Equal((CardStatus.Accepted, AudienceScope.Private), (Assert.Single(await CardsAsync()).Status, Assert.Single(await CardsAsync()).Audience.Scope));
    }

    [Fact]
    public async Task An_erased_answer_takes_its_quotes_along_and_its_cards_only_on_request()
    {
        var sam = await _house.InterviewedAsync("sam");
        await sam.WriteRuleAsync();
        await KeepAllAsync(sam);
        await sam.OpenAsync("/interview/answers");
        await sam.OpenAsync(sam.Page.QuerySelector("[data-answer=decision-rule] [data-to-erase]")!.GetAttribute("href")!);

        await sam.PressAsync("[data-erase]");

        Assert.DoesNotContain(await _house.AnswersOfAsync("sam"), answer => answer.Probe == "decision-rule");
        Assert.Single(await CardsAsync());
        Assert.Equal(0, await _house.InStoreAsync(db => db.FieldQuotes.CountAsync()));
    }

    [Fact]
    public async Task Nobody_else_reaches_an_answer_or_its_drafts()
    {
        var sam = await _house.InterviewedAsync("sam");
        await sam.WriteRuleAsync();
        var id = Assert.Single(await _house.AnswersOfAsync("sam")).Id;
        var tunde = await _house.InterviewedAsync("tunde");

        Assert.Equal(HttpStatusCode.NotFound, (await tunde.OpenAsync($"/interview/answers/{id}/erase")).Status);
        await tunde.OpenAsync("/interview/answers");
        Assert.DoesNotContain("300 grams", tunde.Text, StringComparison.Ordinal);
        using var shared = await tunde.PostAsync("/interview/answers?handler=Private", ("answer", id.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, shared.StatusCode);
        using var erased = await tunde.PostAsync($"/interview/answers/{id}/erase", ("wish", Guid.NewGuid().ToString()));
        Assert.Single(await _house.AnswersOfAsync("sam"));
    }

    private static async Task KeepAllAsync(Visitor visitor)
    {
        await visitor.OpenAsync("/interview/drafts");
        await visitor.PressAsync(Keep, [.. visitor.Page.QuerySelectorAll(Proposed).Select(box => ("keys", box.GetAttribute("value")!))]);
    }

    private async Task<List<Card>> CardsAsync()
    {
        var sam = (await _house.PersonAsync("sam")).Id;
        return await _house.InStoreAsync(db => db.Cards.AsNoTracking().Where(card => card.OwnerId == sam).ToListAsync());
    }

    private async Task<string> ActionAsync() => await ActionAsync(Assert.Single(await CardsAsync()));

    private Task<string> ActionAsync(Card card) => _house.InStoreAsync(db =>
        db.Cards.Where(known => known.Id == card.Id).Join(db.CardRevisions, known => known.CurrentRevisionId, revision => revision.Id, (_, revision) => revision.Text.Action).SingleAsync());
}
