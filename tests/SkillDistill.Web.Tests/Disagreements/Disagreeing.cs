using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Tests.Ask;
using SkillDistill.Web.Tests.Cards;

namespace SkillDistill.Web.Tests.Disagreements;

/// <summary>A colleague would not do what the agent says; its owner settles that in one of four ways, and the colleague reads how.</summary>
public sealed class Disagreeing : IDisposable
{
    private const string Question = "What four things do you go through at the Monday on-call handover, when the rota changes?";
    private const string Card = "Monday on-call handover";
    private const string WouldDo = "I hand over on Friday, so that the weekend is one person's.";
    private const string Why = "Twice nobody knew on Saturday what was half-done.";

    private readonly House _house = new();
    private string _conversation = "";
    private bool _fromAll;

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task While_it_is_open_the_card_is_a_matter_of_judgement_and_no_longer()
    {
        Assert.Equal("DocumentedProcess", await VerdictAsync());
        var tunde = await DisagreeAsync();
        var conversation = _conversation;
        Assert.Equal("JudgementCall", await VerdictAsync());

        var mei = await OpenFirstAsync();
        await mei.PressAsync("[data-settle-stand-by]", ("reply", ""));
        Assert.Contains("Say why you stand by it", mei.Text, StringComparison.Ordinal);
        await mei.PressAsync("[data-settle-stand-by]", ("reply", "On Friday nobody listens any more."));

        Assert.Equal("StoodBy", mei.Page.QuerySelector("[data-settlement]")!.GetAttribute("data-settlement"));
        Assert.Equal("DocumentedProcess", await VerdictAsync());
        await tunde.OpenAsync(conversation);
        Assert.Equal("StoodBy", tunde.Page.QuerySelector("[data-disagreement]")!.GetAttribute("data-disagreement"));
        Assert.Contains("On Friday nobody listens any more.", tunde.Shown("[data-disagreement]"), StringComparison.Ordinal);
        Assert.Equal(1, (await CardAsync()).RevisionNumber);
    }

    [Fact]
    public async Task The_owner_reads_who_says_what_about_which_card_and_adds_an_exception()
    {
        var tunde = await DisagreeAsync();
        var mei = await _house.SignedInAsync("mei");
        Assert.Equal("1", (await mei.OpenAsync("/me")).Page.QuerySelector("[data-disagreements]")!.GetAttribute("data-disagreements"));
        Assert.Contains("not settled", (await mei.OpenAsync($"/cards/{await _house.CardOfAsync("mei", Card)}")).Shown("[data-disagreements]"), StringComparison.Ordinal);
        mei = await OpenFirstAsync();
        Assert.Contains("Tunde", mei.Shown("h1"), StringComparison.Ordinal);
        Assert.Contains(WouldDo, mei.Shown("[data-said]"), StringComparison.Ordinal);
        Assert.Contains(Why, mei.Shown("[data-said]"), StringComparison.Ordinal);
        Assert.Contains(Question, mei.Shown("[data-said]"), StringComparison.Ordinal);
        Assert.Contains(Card, mei.Text, StringComparison.Ordinal);

        await mei.PressAsync("[data-settle-exception]", ("exception", ""));
        Assert.Contains("Say when the card does not hold", mei.Text, StringComparison.Ordinal);
        await mei.PressAsync("[data-settle-exception]", ("exception", "Before a long weekend I hand over on Friday."), ("reply", "You are right about weekends."));

        Assert.Equal("ExceptionAdded", mei.Page.QuerySelector("[data-settlement]")!.GetAttribute("data-settlement"));
        var card = await CardAsync();
        Assert.Equal((2, CardStatus.Accepted), (card.RevisionNumber, card.Status));
        Assert.EndsWith("Before a long weekend I hand over on Friday.", await ExceptionAsync(card), StringComparison.Ordinal);
        Assert.Contains("You are right about weekends.", (await tunde.OpenAsync(_conversation)).Shown("[data-disagreement]"), StringComparison.Ordinal);
        Assert.NotNull((await tunde.OpenAsync("/ask")).Page.QuerySelector("[data-settled]"));
        Assert.Contains("exception added", (await tunde.OpenAsync("/disagreements")).Shown("[data-sent]"), StringComparison.Ordinal);
        Assert.Contains("exception added", (await mei.OpenAsync("/disagreements")).Shown("[data-settled]"), StringComparison.Ordinal);
        Assert.Null((await mei.OpenAsync("/me")).Page.QuerySelector("[data-disagreements]"));
    }

    [Fact]
    public async Task A_change_of_the_card_and_another_card_settle_it_too()
    {
        await DisagreeAsync();
        var mei = await OpenFirstAsync();
        Assert.Null(mei.Page.QuerySelector("[data-settle-amend]"));
        await mei.OpenAsync(mei.Page.QuerySelector("[data-way=Amend] a")!.GetAttribute("href")!);

        await mei.PressAsync("[data-card-form] [data-save]", ("Form.Threshold", "It takes us ten minutes."));
        Assert.StartsWith("/disagreements/", mei.Location, StringComparison.Ordinal);
        await mei.PressAsync("[data-settle-amend]");

        Assert.Equal("Amended", mei.Page.QuerySelector("[data-settlement]")!.GetAttribute("data-settlement"));
        Assert.Equal(2, await _house.InStoreAsync(db => db.Disagreements.Select(disagreement => disagreement.SettledRevision).SingleAsync()));

        await DisagreeAsync();
        mei = await OpenFirstAsync();
        await mei.OpenAsync(mei.Page.QuerySelector("[data-way=NewCard] a")!.GetAttribute("href")!);
        await mei.OpenAsync(mei.Page.QuerySelector("[data-kinds] a[href*=Fact]")!.GetAttribute("href")!);
        await mei.PressAsync("[data-card-form] [data-accept]", ("Form.Title", "Weekends"), ("Form.Action", "The one on duty on Saturday is told on Friday."));
        Assert.StartsWith("/disagreements/", mei.Location, StringComparison.Ordinal);
        await mei.PressAsync("[data-settle-new]");

        Assert.Equal("NewCard", mei.Page.QuerySelector("[data-settlement]")!.GetAttribute("data-settlement"));
    }

    [Fact]
    public async Task Without_a_name_and_a_question_the_owner_learns_neither_unless_they_take_names_only()
    {
        await DisagreeAsync(("question", ""), ("named", ""));
        var mei = await OpenFirstAsync();
        Assert.DoesNotContain("Tunde", mei.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(Question, mei.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);

        await mei.OpenAsync("/disagreements");
        Assert.DoesNotContain("Tunde", mei.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await mei.PressAsync("[data-named-only] button", ("namedOnly", "true"));
        var tunde = await AskedAsync();
        Assert.Contains("only with your name", tunde.Shown("[data-disagree]"), StringComparison.Ordinal);
        await tunde.PressAsync("[data-disagree-send]", ("wouldDo", WouldDo), ("why", Why), ("named", ""));

        Assert.Contains("only with a name", tunde.Text, StringComparison.Ordinal);
        Assert.Contains(WouldDo, tunde.Page.QuerySelector("textarea[name=wouldDo]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await _house.InStoreAsync(db => db.Disagreements.CountAsync()));
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_the_field_and_nothing_typed_is_lost()
    {
        var tunde = await AskedAsync();

        await tunde.PressAsync("[data-disagree-send]", ("wouldDo", WouldDo), ("why", ""));

        Assert.Contains("Say why", tunde.Shown("[data-disagree] .field-validation-error"), StringComparison.Ordinal);
        Assert.Equal("", tunde.Page.QuerySelector("form[data-ask] textarea")!.TextContent);
        Assert.Contains(WouldDo, tunde.Page.QuerySelector("textarea[name=wouldDo]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await _house.InStoreAsync(db => db.Disagreements.CountAsync()));
    }

    [Fact]
    public async Task Taken_back_it_is_gone_and_settled_it_stays_when_the_conversation_goes()
    {
        var tunde = await DisagreeAsync();
        await tunde.PressAsync("[data-agree-again]");
        Assert.Equal(0, await _house.InStoreAsync(db => db.Disagreements.CountAsync()));
        Assert.Equal("DocumentedProcess", await VerdictAsync());

        tunde = await DisagreeAsync();
        await tunde.PressAsync("[data-turned-out-send]", ("words", "The weekend was quiet."));
        Assert.Contains("The weekend was quiet.", tunde.Shown("[data-disagreement]"), StringComparison.Ordinal);
        var mei = await OpenFirstAsync();
        Assert.Contains("The weekend was quiet.", mei.Shown("[data-said]"), StringComparison.Ordinal);
        await mei.PressAsync("[data-settle-stand-by]", ("reply", "Still."));
        await tunde.PressAsync("form[action*=Delete] button");

        Assert.Contains("stood by", (await mei.OpenAsync("/disagreements")).Shown("[data-settled]"), StringComparison.Ordinal);
        Assert.Contains(WouldDo, (await tunde.OpenAsync("/disagreements")).Shown("[data-sent]"), StringComparison.Ordinal);
        Assert.DoesNotContain("Still.", tunde.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_reads_or_settles_it()
    {
        await DisagreeAsync();
        var id = await _house.InStoreAsync(db => db.Disagreements.Select(disagreement => disagreement.Id).SingleAsync());

        foreach (var other in new[] { "tunde", "ada", "sam", "xiaoyun" })
        {
            var visitor = await _house.SignedInAsync(other);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync($"/disagreements/{id}")).Status);
            await visitor.OpenAsync("/disagreements");
            Assert.Null(visitor.Page.QuerySelector("[data-open]"));
            using var posted = await visitor.PostAsync($"/disagreements/{id}?handler=StandBy", ("reply", "Mine now."));
            Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
        }

        Assert.True(await _house.InStoreAsync(db => db.Disagreements.AllAsync(disagreement => disagreement.SettledAt == null)));
    }

    [Fact]
    public async Task An_erased_card_takes_what_was_said_about_it_along()
    {
        await DisagreeAsync();
        var mei = await _house.SignedInAsync("mei");
        await mei.OpenAsync($"/cards/{await _house.CardOfAsync("mei", Card)}");

        await mei.OpenAsync(mei.Page.QuerySelector("[data-to-erase]")!.GetAttribute("href")!);
        await mei.PressAsync("[data-erase]");

        Assert.Equal(0, await _house.InStoreAsync(db => db.Disagreements.CountAsync()));
    }

    [Fact]
    public async Task Where_several_cards_were_cited_the_owner_says_which()
    {
        _fromAll = true;
        await DisagreeAsync();
        var mei = await OpenFirstAsync();
        Assert.NotEmpty(mei.Page.QuerySelectorAll("[data-way=Exception] input[name=card]"));

        await mei.PressAsync("[data-settle-exception]", ("exception", "Not in August."));
        Assert.Contains("Choose the card", mei.Text, StringComparison.Ordinal);
        Assert.Equal("Not in August.", mei.Page.QuerySelector("#exception")!.TextContent);
        await mei.PressAsync("[data-settle-exception]", ("exception", "Not in August."), ("card", $"{await _house.CardOfAsync("mei", Card)}.1"));

        Assert.Equal("Not in August.", await ExceptionAsync(await CardAsync()));
    }

    [Fact]
    public async Task By_skill_the_owner_sees_where_judgement_lives()
    {
        await DisagreeAsync();

        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/disagreements");

        var row = mei.Page.QuerySelector("[data-skills] tbody tr")!;
        Assert.Equal(["1", "0"], row.QuerySelectorAll("td").Select(cell => cell.TextContent));
    }

    /// <summary>Tunde, after Mei's agent has answered him; from that one card alone where nothing else is said.</summary>
    private async Task<Visitor> AskedAsync()
    {
        if (!_fromAll)
        {
            await ShareNothingElseAsync();
        }

        var tunde = await _house.AskMeiAsync("tunde", Question);
        _conversation = tunde.Location.Split('#')[0];
        return tunde;
    }

    private async Task<string?> VerdictAsync() => (await AskedAsync()).Page.QuerySelector("[data-verdict]")!.GetAttribute("data-verdict");

    private async Task<Visitor> DisagreeAsync(params (string Field, string Value)[] fields)
    {
        var tunde = await AskedAsync();
        await tunde.PressAsync("[data-disagree-send]", [("wouldDo", WouldDo), ("why", Why), .. fields]);
        Assert.Equal("Open", tunde.Page.QuerySelector("[data-disagreement]")!.GetAttribute("data-disagreement"));
        return tunde;
    }

    private Task<int> ShareNothingElseAsync() => _house.InStoreAsync(async db =>
    {
        var owner = (await db.People.SingleAsync(person => person.Email == "mei@lindenau.example")).Id;
        var others = await db.Cards.Where(card => card.OwnerId == owner && !db.CardRevisions.Any(revision => revision.Id == card.CurrentRevisionId && revision.Text.Title == Card)).ToListAsync();
        others.ForEach(card => card.ShareWith(Audience.Private()));
        return await db.SaveChangesAsync();
    });

    /// <summary>Mei, before the eldest that waits for her.</summary>
    private async Task<Visitor> OpenFirstAsync()
    {
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/disagreements");
        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        return await mei.OpenAsync(mei.Page.QuerySelector("[data-open] a")!.GetAttribute("href")!);
    }

    private async Task<Card> CardAsync()
    {
        var id = Guid.Parse(await _house.CardOfAsync("mei", Card));
        return await _house.InStoreAsync(db => db.Cards.AsNoTracking().SingleAsync(card => card.Id == new Domain.Id<Card>(id)));
    }

    private Task<string> ExceptionAsync(Card card) => _house.InStoreAsync(db => db.CardRevisions.Where(revision => revision.Id == card.CurrentRevisionId).Select(revision => revision.Text.Exception).SingleAsync());
}
