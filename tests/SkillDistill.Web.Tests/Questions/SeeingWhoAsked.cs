using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Web.Tests.Ask;

namespace SkillDistill.Web.Tests.Questions;

/// <summary>An owner sees that they were asked, about what and with which result, and who only where the asker and the organisation let them; never what was asked.</summary>
public sealed class SeeingWhoAsked : IDisposable
{
    private const string Question = "When do you roll back and when do you look for the cause first?";

    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Without_a_word_the_asker_stays_a_colleague_and_their_words_and_the_minute_are_theirs()
    {
        await AskAsync(_house, showMe: false);

        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/questions");

        Assert.Equal("JudgementCall", mei.Page.QuerySelector("[data-asked-verdict]")!.GetAttribute("data-asked-verdict"));
        Assert.Contains("Roll back first", mei.Shown("[data-asked]"), StringComparison.Ordinal);
        Assert.Equal("", mei.Page.QuerySelector("[data-asker]")!.GetAttribute("data-asker"));
        Assert.Equal("2026-11-02", mei.Page.QuerySelector("[data-asked] time")!.GetAttribute("datetime"));
        Assert.DoesNotContain("Tunde", mei.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(Question, mei.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_told_before_the_first_question_chosen_for_the_conversation_and_changed_later()
    {
        var tunde = await _house.SignedInAsync("tunde");
        await tunde.OpenAsync(await _house.AgentPathAsync("mei"));
        Assert.Contains("Mei Tan sees that somebody asked", tunde.Shown("[data-told]"), StringComparison.Ordinal);
        Assert.Null(tunde.Page.QuerySelector("input[name=ShowMe][checked]"));

        await tunde.PressAsync("form[data-ask] button", ("Question", Question), ("ShowMe", "true"));
        Assert.Contains("Mei Tan sees that you asked", tunde.Shown("[data-told]"), StringComparison.Ordinal);
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/questions");
        Assert.StartsWith("Tunde", mei.Page.QuerySelector("[data-asker]")!.GetAttribute("data-asker"), StringComparison.Ordinal);

        await tunde.PressAsync("[data-show-me=true]");
        Assert.Contains("does not see who asked", tunde.Text, StringComparison.Ordinal);
        Assert.Equal("", (await mei.OpenAsync("/questions")).Page.QuerySelector("[data-asker]")!.GetAttribute("data-asker"));
    }

    [Fact]
    public async Task A_mistake_in_the_form_loses_no_choice()
    {
        var tunde = await _house.SignedInAsync("tunde");
        await tunde.OpenAsync(await _house.AgentPathAsync("mei"));

        await tunde.PressAsync("form[data-ask] button", ("Question", " "), ("ShowMe", "true"));

        Assert.NotNull(tunde.Page.QuerySelector("input[name=ShowMe][checked]"));
    }

    [Fact]
    public async Task Ones_own_trials_and_deleted_conversations_are_not_among_them_and_nobody_elses()
    {
        var tunde = await AskAsync(_house, showMe: true);
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/ask/try/1");
        await mei.PressAsync("form[data-ask] button", ("Question", Question));
        Assert.Single((await mei.OpenAsync("/questions")).Page.QuerySelectorAll("[data-asked-verdict]"));
        foreach (var other in new[] { "dafydd", "ada", "sam", "xiaoyun" })
        {
            Assert.Empty((await (await _house.SignedInAsync(other)).OpenAsync("/questions")).Page.QuerySelectorAll("[data-asked-verdict]"));
        }

        await tunde.PressAsync("form[action*=Delete] button");
        Assert.Empty((await mei.OpenAsync("/questions")).Page.QuerySelectorAll("[data-asked-verdict]"));
    }

    [Fact]
    public async Task Nobody_chooses_for_another()
    {
        var tunde = await AskAsync(_house, showMe: false);
        var conversation = tunde.Location.Split('#')[0];
        var noor = await (await _house.SignedInAsync("noor")).OpenAsync("/ask");

        using var posted = await noor.PostAsync($"{conversation}?handler=ShowMe", ("shows", "true"));

        Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
        Assert.False(await _house.InStoreAsync(db => db.Conversations.AnyAsync(known => known.ShowsAsker)));
    }

    [Fact]
    public async Task Where_the_organisation_names_nobody_or_everybody_there_is_nothing_to_choose_and_that_is_told()
    {
        using (var never = new HouseThatNames("Never"))
        {
            var tunde = await AskAsync(never, showMe: true);
            Assert.Contains("not who you are", tunde.Shown("[data-told]"), StringComparison.Ordinal);
            Assert.Null(tunde.Page.QuerySelector("[data-show-me]"));
            Assert.Equal("", (await (await never.SignedInAsync("mei")).OpenAsync("/questions")).Page.QuerySelector("[data-asker]")!.GetAttribute("data-asker"));
        }

        using var always = new HouseThatNames("Always");
        var noor = await always.SignedInAsync("noor");
        await noor.OpenAsync(await always.AgentPathAsync("mei"));
        Assert.Contains("Mei Tan sees that you asked", noor.Shown("[data-told]"), StringComparison.Ordinal);
        Assert.Null(noor.Page.QuerySelector("input[name=ShowMe]"));
        await noor.PressAsync("form[data-ask] button", ("Question", Question));
        Assert.NotEqual("", (await (await always.SignedInAsync("mei")).OpenAsync("/questions")).Page.QuerySelector("[data-asker]")!.GetAttribute("data-asker"));
    }

    private static Task<Visitor> AskAsync(House house, bool showMe) => house.AskMeiAsync("tunde", Question, ("ShowMe", showMe ? "true" : "false"));

    private sealed class HouseThatNames(string names) : House((House?)null)
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Asking:Names", names);
        }
    }
}
