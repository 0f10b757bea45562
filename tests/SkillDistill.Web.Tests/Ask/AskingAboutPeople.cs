using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Conversations;

namespace SkillDistill.Web.Tests.Ask;

/// <summary>Who asks for a judgement about people is told why there is none, on every page where one can ask.</summary>
public sealed class AskingAboutPeople(EchoingModel model) : IClassFixture<EchoingModel>, IDisposable
{
    private const string Judging = "Can we replace Mei?";
    private const string Why = "I do not judge, rank or compare people";
    private const string WhyChinese = "不评价、排名或比较任何人";

    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Theory]
    [InlineData(Judging, Why)]
    [InlineData("Who is the weakest?", Why)]
    [InlineData("How often was he online?", Why)]
    [InlineData("Is Xiaoyun more productive than Tunde?", Why)]
    [InlineData("林晓芸靠谱吗？", WhyChinese)]
    [InlineData("谁最弱？", WhyChinese)]
    public async Task An_agent_says_why_and_offers_neither_cards_nor_to_send_it_on_nor_somebody_else(string question, string why)
    {
        var tunde = await AskedAsync(_house, question);

        Assert.Equal("CannotTell", tunde.Page.QuerySelector("[data-verdict]")!.GetAttribute("data-verdict"));
        Assert.Contains(why, tunde.Shown("[data-answer]"), StringComparison.Ordinal);
        Assert.Contains("This asks for a judgement about people.", tunde.Shown("[data-verdict]"), StringComparison.Ordinal);
        foreach (var absent in new[] { ".citations", "[data-send-on]", "[data-second]", ".askperson", "[data-disagree]" })
        {
            Assert.Null(tunde.Page.QuerySelector(absent));
        }

        Assert.Equal(VerdictReason.AboutPeople, (await _house.InStoreAsync(db => db.Turns.SingleAsync())).VerdictReason);
    }

    [Fact]
    public async Task A_reader_of_Chinese_is_told_in_Chinese()
    {
        var tunde = await _house.SignedInAsync("tunde");
        tunde.Http.DefaultRequestHeaders.Add("Accept-Language", "zh-Hans");
        await tunde.OpenAsync(await _house.AgentPathAsync("mei"));

        await tunde.PressAsync("form[data-ask] button", ("Question", "能不能换掉Mei？"));
        Assert.Contains("这是在要求评价人", tunde.Shown("[data-verdict]"), StringComparison.Ordinal);
        Assert.Contains(WhyChinese, tunde.Shown("[data-answer]"), StringComparison.Ordinal);

        await tunde.OpenAsync("/ask?q=" + Uri.EscapeDataString("团队里谁最差？"));
        Assert.Contains(WhyChinese, tunde.Shown("[data-about-people]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asking_on_does_not_help_and_asking_about_the_work_does()
    {
        var tunde = await AskedAsync(_house, "How reliable is Mei?");

        await tunde.PressAsync("form[data-ask] button", ("Question", "And Tunde?"));
        Assert.Contains(Why, tunde.Shown("#turn-2 [data-answer]"), StringComparison.Ordinal);

        await tunde.PressAsync("form[data-ask] button", ("Question", "When do you roll back and when do you look for the cause first?"));
        Assert.NotNull(tunde.Page.QuerySelector("#turn-3 .citations"));
    }

    [Fact]
    public async Task It_cannot_be_sent_on_by_hand_either()
    {
        var tunde = await AskedAsync(_house, Judging);
        var turn = await _house.InStoreAsync(db => db.Turns.SingleAsync());

        using var posted = await tunde.PostAsync($"/conversations/{turn.ConversationId}?handler=SendOn&turn={turn.Id}", ("question", Judging), ("named", "true"));

        Assert.Equal(0, await _house.InStoreAsync(db => db.Gaps.CountAsync()));
    }

    [Fact]
    public async Task No_model_is_asked_nothing_is_charged_and_a_follow_up_is_not_read_by_one()
    {
        using var house = new HouseWithModelAt(null, model.Address);
        model.Received.Clear();
        model.Says = EchoingModel.Citing;
        await house.AgreeToModelAsync("mei");

        var tunde = await AskedAsync(house, Judging);
        await tunde.PressAsync("form[data-ask] button", ("Question", "And Tunde?"));

        Assert.Contains(Why, tunde.Shown("#turn-2 [data-answer]"), StringComparison.Ordinal);
        Assert.Empty(model.Received);
        Assert.All(await house.InStoreAsync(db => db.Turns.ToListAsync()), turn => Assert.Null(turn.InputTokens));
        Assert.Null(tunde.Page.QuerySelector("[data-tokens], [data-stand-in]"));
    }

    [Fact]
    public async Task The_live_stream_brings_the_same_words()
    {
        var tunde = await _house.SignedInAsync("tunde");
        await tunde.OpenAsync(await _house.AgentPathAsync("mei"));
        await tunde.PressAsync("form[data-ask] button", ("Question", Judging), ("Live", "true"));
        var turn = await _house.InStoreAsync(db => db.Turns.SingleAsync());

        using var stream = await tunde.Http.GetAsync($"/conversations/{turn.ConversationId}/turns/{turn.Id}/stream");
        await stream.Content.ReadAsStringAsync();
        await tunde.OpenAsync($"/conversations/{turn.ConversationId}");

        Assert.Contains(Why, tunde.Shown("[data-answer]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_opinion_is_none()
    {
        var tunde = await AskedAsync(_house, Judging);
        var turn = await _house.InStoreAsync(db => db.Turns.SingleAsync());
        await tunde.OpenAsync($"/turns/{turn.Id}/second");
        Assert.NotNull(tunde.Page.QuerySelector("[data-about-people]"));
        Assert.Null(tunde.Page.QuerySelector("[data-near], [data-others], [data-ask-too]"));

        using var posted = await tunde.PostAsync($"/turns/{turn.Id}/second", ("agent", (await _house.AgentPathAsync("xiaoyun"))["/ask/".Length..]));
        await tunde.OpenAsync(posted.Headers.Location!.ToString());

        var halves = tunde.Page.QuerySelectorAll("[data-half] [data-answer]");
        Assert.Equal(2, halves.Length);
        Assert.All(halves, half => Assert.Contains(Why, half.TextContent, StringComparison.Ordinal));
        Assert.Null(tunde.Page.QuerySelector(".citations, [data-send-on]"));
    }

    [Theory]
    [InlineData("/ask/try/1", "form[data-ask] button")]
    [InlineData("/agent/versions/1/playground", "[data-ask-inside]")]
    public async Task Their_own_agent_does_not_judge_for_its_owner(string page, string button)
    {
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync(page);

        await mei.PressAsync(button, ("Question", "Is Tunde better than me?"));

        Assert.Equal(HttpStatusCode.OK, mei.Status);
        Assert.Contains(Why, mei.Shown("[data-answer]"), StringComparison.Ordinal);
        Assert.Null(mei.Page.QuerySelector(".citations, [data-message], [data-weighed]"));
    }

    [Theory]
    [InlineData("who is the weakest")]
    [InlineData("can we replace Mei")]
    [InlineData("Mei productivity")]
    [InlineData("best engineer")]
    [InlineData("谁请假最多")]
    public async Task The_search_says_why_and_lists_nobody(string words)
    {
        var tunde = await (await _house.SignedInAsync("tunde")).OpenAsync("/ask?q=" + Uri.EscapeDataString(words));

        Assert.Contains("They do not judge, rank or compare people", tunde.Shown("[data-about-people]"), StringComparison.Ordinal);
        Assert.DoesNotContain("Mei Tan", tunde.Text, StringComparison.Ordinal);
        Assert.Empty(tunde.Page.QuerySelectorAll(".reasons"));
    }

    [Theory]
    [InlineData("rollback")]
    [InlineData("who knows about rollback")]
    [InlineData("Mei")]
    public async Task The_search_goes_on_finding_who_knows(string words)
    {
        var tunde = await (await _house.SignedInAsync("tunde")).OpenAsync("/ask?q=" + Uri.EscapeDataString(words));

        Assert.Null(tunde.Page.QuerySelector("[data-about-people]"));
        Assert.Contains("Mei Tan", tunde.Text, StringComparison.Ordinal);
    }

    private static async Task<Visitor> AskedAsync(House house, string question)
    {
        var tunde = await house.SignedInAsync("tunde");
        await tunde.OpenAsync(await house.AgentPathAsync("mei"));
        return await tunde.PressAsync("form[data-ask] button", ("Question", question));
    }
}
