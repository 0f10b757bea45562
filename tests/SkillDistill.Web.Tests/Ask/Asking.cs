using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Web.Tests.Cards;

namespace SkillDistill.Web.Tests.Ask;

public sealed class Asking(House house) : IClassFixture<House>
{
    [Fact]
    public async Task A_question_is_answered_from_cited_cards_without_script()
    {
        var tunde = await house.SignedInAsync("tunde");
        await tunde.OpenAsync(await house.AgentPathAsync("mei"));

        await tunde.PressAsync("form[data-ask] button", ("Question", "When do you roll back and when do you look for the cause first?"));

        Assert.StartsWith("/conversations/", tunde.Location, StringComparison.Ordinal);
        Assert.Equal("JudgementCall", tunde.Page.QuerySelector("[data-verdict]")!.GetAttribute("data-verdict"));
        Assert.Contains(tunde.Page.QuerySelectorAll("details.citation"), card => card.TextContent.Contains("Roll back first", StringComparison.Ordinal));
        Assert.NotEmpty(tunde.Page.QuerySelectorAll("a.cite"));
        Assert.NotEmpty(tunde.Page.QuerySelectorAll("details.citation mark"));
    }

    [Fact]
    public async Task A_cited_card_reads_as_it_does_to_its_owner()
    {
        const string title = "Roll back first if something was released in the last hour";
        var mei = await house.SignedInAsync("mei");
        await mei.OpenAsync($"/cards/{await house.CardOfAsync("mei", title)}");
        var tunde = await house.SignedInAsync("tunde");
        await tunde.OpenAsync(await house.AgentPathAsync("mei"));

        await tunde.PressAsync("form[data-ask] button", ("Question", "When do you roll back and when do you look for the cause first?"));

        var cited = tunde.Page.QuerySelectorAll("details.citation").Single(card => card.QuerySelector("summary")!.TextContent.Contains(title, StringComparison.Ordinal));
        Assert.Equal(Fields(mei.Page.QuerySelector("[data-card-reading]")!)[..^1], Fields(cited)[1..]);
        Assert.NotNull(cited.QuerySelector("dd time"));

        static List<string> Fields(IElement card) => [.. card.QuerySelectorAll("dl > *").Chunk(2).Select(field => $"{field[0].TextContent}: {field[1].TextContent}")];
    }

    [Fact]
    public async Task What_no_card_says_is_not_answered_and_the_person_is_named()
    {
        var tunde = await house.SignedInAsync("tunde");
        await tunde.OpenAsync(await house.AgentPathAsync("mei"));

        await tunde.PressAsync("form[data-ask] button", ("Question", "Which restaurant near the harbour serves vegan ramen?"));

        Assert.Equal("CannotTell", tunde.Page.QuerySelector("[data-verdict]")!.GetAttribute("data-verdict"));
        Assert.Empty(tunde.Page.QuerySelectorAll("details.citation"));
        Assert.Contains("mei@lindenau.example", tunde.Page.QuerySelector(".askperson a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Write a question first")]
    [InlineData("   ", "Write a question first")]
    public async Task An_empty_question_is_refused_in_words_and_nothing_is_kept(string question, string sentence)
    {
        var noor = await house.SignedInAsync("noor");
        await noor.OpenAsync(await house.AgentPathAsync("mei"));

        await noor.PressAsync("form[data-ask] button", ("Question", question));

        Assert.Contains(sentence, noor.Text, StringComparison.Ordinal);
        Assert.Equal(0, await house.InStoreAsync(db => db.Conversations.CountAsync(conversation => db.People.Any(person => person.Id == conversation.AskerId && person.Email == "noor@lindenau.example"))));
    }

    [Fact]
    public async Task A_question_that_is_too_long_is_refused_and_stays_in_the_field()
    {
        var tunde = await house.SignedInAsync("tunde");
        await tunde.OpenAsync(await house.AgentPathAsync("mei"));
        var question = new string('x', 2001);

        await tunde.PressAsync("form[data-ask] button", ("Question", question));

        Assert.Contains("under 2000 characters", tunde.Text, StringComparison.Ordinal);
        Assert.Contains(question, tunde.Page.QuerySelector("#Question")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_speaks_the_language_of_the_question()
    {
        var tunde = await house.SignedInAsync("tunde");
        await tunde.OpenAsync(await house.AgentPathAsync("xiaoyun"));

        await tunde.PressAsync("form[data-ask] button", ("Question", "气密不过的机器能出货吗？"));

        Assert.Contains(tunde.Page.QuerySelectorAll("details.citation"), card => card.TextContent.Contains("气密不过的机器", StringComparison.Ordinal));
        Assert.DoesNotMatch("(?i)the limit:|why:", tunde.Page.QuerySelector("[data-answer]")!.TextContent);
    }

    [Fact]
    public async Task A_conversation_is_asked_on_renamed_and_deleted_by_its_asker()
    {
        var tunde = await house.SignedInAsync("tunde");
        await tunde.OpenAsync(await house.AgentPathAsync("mei"));
        await tunde.PressAsync("form[data-ask] button", ("Question", "When may I wake a second person at night?"));
        var conversation = tunde.Location.Split('#')[0];

        await tunde.PressAsync("form[data-ask] button", ("Question", "What do I do in my first five minutes as incident commander?"));
        Assert.Equal(2, tunde.Page.QuerySelectorAll("article.turn").Length);

        await tunde.PressAsync("form[action*='Rename'] button", ("title", "  Nights   and first minutes "));
        Assert.Equal("Nights and first minutes", tunde.Page.QuerySelector("h1")!.TextContent);

        await tunde.PressAsync("form[action*='Delete'] button");
        Assert.Contains("The conversation is deleted", tunde.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await tunde.OpenAsync(conversation)).Status);
    }

    [Theory]
    [InlineData("rollback", "Mei Tan")]
    [InlineData("war room lead", "Mei Tan")]
    [InlineData("气密", "林晓芸")]
    [InlineData("Priya", "Priya Raman")]
    public async Task Who_knows_about_it_is_found_by_card_skill_and_name_with_the_reason(string words, string expected)
    {
        var tunde = await house.SignedInAsync("tunde");

        await tunde.OpenAsync($"/ask?q={Uri.EscapeDataString(words)}");

        var first = tunde.Page.QuerySelector("main ul.rows > li")!;
        Assert.Contains(expected, first.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(first.QuerySelectorAll(".reasons li"));
    }
}
