using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Notifications;
using SkillDistill.Web.Pages.Notifications;
using SkillDistill.Web.Tests.Ask;

namespace SkillDistill.Web.Tests.Notifications;

/// <summary>A bell on every page says what has come for somebody, to them alone, and leads there.</summary>
public sealed class BeingTold : IDisposable
{
    private const string Question = "When do you roll back and when do you look for the cause first?";
    private const string Unanswerable = "Which restaurant near the harbour serves vegan ramen?";

    private readonly House _house = new();
    private string _conversation = "";

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_question_sent_on_and_its_reply_are_told_to_the_other_side_and_lead_there()
    {
        var tunde = await SentOnAsync();
        var mei = await _house.SignedInAsync("mei");
        Assert.Equal("1", Bell(await mei.OpenAsync("/cards")));
        await mei.OpenAsync("/notifications");
        Assert.Equal(["QuestionSent"], Kinds(mei));
        await FollowAsync(mei, "QuestionSent");
        Assert.Equal("/interview/inbox", mei.Location);
        await mei.PressAsync("[data-gap] [data-reply]", ("words", "At the corner."));

        Assert.Equal("0", Bell(mei));
        Assert.Equal("1", Bell(await tunde.OpenAsync("/me")));
        await tunde.OpenAsync("/notifications");
        await FollowAsync(tunde, "QuestionReplied");
        Assert.StartsWith(_conversation, tunde.Location, StringComparison.Ordinal);
        Assert.Contains("At the corner.", tunde.Text, StringComparison.Ordinal);
        Assert.Equal("0", Bell(tunde));
    }

    [Fact]
    public async Task A_reply_taken_back_and_an_agent_withdrawn_are_told_no_more()
    {
        var tunde = await SentOnAsync();
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/interview/inbox");
        await mei.PressAsync("[data-gap] [data-reply]", ("words", "At the corner."));
        await mei.PressAsync("[data-replied] [data-take-back]");
        Assert.Equal("0", Bell(await tunde.OpenAsync("/me")));
        await mei.PressAsync("[data-gap] [data-reply]", ("words", "At the other corner."));
        Assert.Equal("1", Bell(await tunde.OpenAsync("/me")));
        var address = (await tunde.OpenAsync("/notifications")).Page.QuerySelector("[data-kind=QuestionReplied] a")!.GetAttribute("href")!;

        await mei.OpenAsync("/consent");
        await mei.PressAsync("[data-withdraw=AnswerColleagues]");

        Assert.Equal("0", Bell(await tunde.OpenAsync("/notifications")));
        Assert.Empty(Kinds(tunde));
        Assert.Equal(HttpStatusCode.NotFound, (await tunde.OpenAsync(address)).Status);
    }

    [Fact]
    public async Task A_disagreement_and_how_it_was_settled_are_told_and_the_question_how_it_turned_out_once()
    {
        var tunde = await AskAsync(Question);
        await tunde.PressAsync("[data-disagree-send]", ("wouldDo", "I look first."), ("why", "Rolling back hid it twice."));
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/notifications");
        await FollowAsync(mei, "Disagreed");
        await mei.PressAsync("[data-settle-stand-by]", ("reply", "It holds."));
        Assert.Equal(["Settled"], Kinds(await tunde.OpenAsync("/notifications")));

        _house.Clock.Advance(Disagreement.TurnsOutAfter - TimeSpan.FromHours(1));
        await _house.RunAsync<RemindByClock>();
        Assert.Equal(0, await RemindersAsync());
        for (var time = 0; time < 3; time++)
        {
            _house.Clock.Advance(TimeSpan.FromHours(1) + (time * Notification.KeptFor));
            await _house.RunAsync<RemindByClock>();
        }

        Assert.Equal(1, await RemindersAsync());
    }

    [Fact]
    public async Task Who_has_told_how_it_turned_out_is_not_asked()
    {
        var tunde = await AskAsync(Question);
        await tunde.PressAsync("[data-disagree-send]", ("wouldDo", "I look first."), ("why", "Rolling back hid it twice."));
        await tunde.PressAsync("[data-turned-out-send]", ("words", "It was the cache."));

        _house.Clock.Advance(Disagreement.TurnsOutAfter);
        await _house.RunAsync<RemindByClock>();

        Assert.Equal(0, await RemindersAsync());
    }

    [Fact]
    public async Task Cards_past_review_are_told_once_a_week_at_most_and_only_to_their_owner()
    {
        await _house.RunAsync<RemindByClock>();
        await _house.RunAsync<RemindByClock>();
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/notifications");
        Assert.Equal(["CardsPastReview"], Kinds(mei));
        await FollowAsync(mei, "CardsPastReview");
        Assert.Equal("/cards/freshen", mei.Location);

        _house.Clock.Advance(TimeSpan.FromDays(6));
        await _house.RunAsync<RemindByClock>();
        Assert.Single(Kinds(await (await _house.SignedInAsync("mei")).OpenAsync("/notifications")));
        _house.Clock.Advance(TimeSpan.FromDays(2));
        await _house.RunAsync<RemindByClock>();
        Assert.Equal(2, Kinds(await (await _house.SignedInAsync("mei")).OpenAsync("/notifications")).Count);
        Assert.Empty(Kinds(await (await _house.SignedInAsync("noor")).OpenAsync("/notifications")));
    }

    [Fact]
    public async Task Each_kind_can_be_switched_off_and_all_marked_as_read()
    {
        await _house.RunAsync<RemindByClock>();
        await SentOnAsync();
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/notifications");
        Assert.Equal("2", Bell(mei));
        Assert.Null(mei.Page.QuerySelector("input[name=byMail]"));

        await mei.PressAsync("[data-settings] form button", ("wanted", "QuestionSent"));
        Assert.Equal(["QuestionSent"], Kinds(mei));
        Assert.Equal(["QuestionSent"], mei.Page.QuerySelectorAll("input[name=wanted][checked]").Select(box => box.GetAttribute("value")!));
        Assert.Equal("1", Bell(mei));
        await mei.PressAsync("[data-read-all]");

        Assert.Equal("0", Bell(mei));
        Assert.Null(mei.Page.QuerySelector("[data-unread=true]"));
    }

    [Fact]
    public async Task Nobody_opens_or_reads_what_is_anothers()
    {
        await SentOnAsync();
        var id = await _house.InStoreAsync(db => db.Notifications.Select(told => told.Id).SingleAsync());

        foreach (var other in new[] { "tunde", "dafydd", "ada" })
        {
            var visitor = await _house.SignedInAsync(other);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync($"/notifications/{id}")).Status);
            await visitor.OpenAsync("/notifications");
            using var posted = await visitor.PostAsync("/notifications?handler=ReadAll");
        }

        Assert.Equal(1, await _house.InStoreAsync(db => db.Notifications.CountAsync(told => told.ReadAt == null)));
    }

    private Task<int> RemindersAsync() => _house.InStoreAsync(db => db.Notifications.CountAsync(told => told.Kind == NotificationKind.TellHowItTurnedOut));

    private async Task<Visitor> AskAsync(string question)
    {
        var tunde = await _house.AskMeiAsync("tunde", question);
        _conversation = tunde.Location.Split('#')[0];
        return tunde;
    }

    private async Task<Visitor> SentOnAsync()
    {
        var tunde = await AskAsync(Unanswerable);
        await tunde.PressAsync("[data-send]", ("question", "Where do you eat?"), ("named", "true"));
        return tunde;
    }

    private static async Task FollowAsync(Visitor visitor, string kind)
    {
        await visitor.OpenAsync(visitor.Page.QuerySelector($"[data-kind={kind}] a")!.GetAttribute("href")!);
        if (visitor.Status == HttpStatusCode.Redirect)
        {
            await visitor.OpenAsync(visitor.Location);
        }
    }

    private static string Bell(Visitor visitor) => visitor.Page.QuerySelector("[data-bell]")!.GetAttribute("data-bell")!;

    private static List<string> Kinds(Visitor visitor) => [.. visitor.Page.QuerySelectorAll("[data-notifications] [data-kind]").Select(row => row.GetAttribute("data-kind")!)];
}
