using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Tests.Coverage;

namespace SkillDistill.Web.Tests.Ask;

/// <summary>A question that the agent could not tell goes to its owner, and a reply comes back; or nothing does, which looks the same whatever the owner did.</summary>
public sealed partial class SendingOn : IDisposable
{
    private const string Question = "Which restaurant near the harbour serves vegan ramen?";
    private const string Reply = "The one behind the fish hall. Never on Mondays, because they close.";

    private readonly House _house = new();
    private string _conversation = "";

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task The_owner_replies_and_the_asker_reads_it_where_they_asked()
    {
        var tunde = await SentAsync(named: true, "Where can one eat vegan near the harbour?");
        Assert.Contains("Sent to Mei Tan, with your name", tunde.Shown("[data-sent]"), StringComparison.Ordinal);
        var mei = await _house.SignedInAsync("mei");
        Assert.NotNull((await mei.OpenAsync("/me")).Page.QuerySelector("[data-inbox]"));
        await mei.OpenAsync("/interview/inbox");
        var asked = mei.Shown("[data-gap]");
        Assert.Contains("Tunde", asked, StringComparison.Ordinal);
        Assert.Contains("Where can one eat vegan near the harbour?", asked, StringComparison.Ordinal);
        Assert.DoesNotContain(Question, mei.Page.Body!.TextContent, StringComparison.Ordinal);

        await mei.PressAsync("[data-gap] [data-reply]", ("words", Reply));

        Assert.Null(mei.Page.QuerySelector("[data-gap] textarea"));
        await tunde.OpenAsync(_conversation);
        Assert.Equal(Reply, tunde.Page.QuerySelector("[data-reply]")!.TextContent);
        Assert.NotNull((await tunde.OpenAsync("/ask")).Page.QuerySelector("[data-replied]"));
        Assert.Equal(0, await _house.InStoreAsync(db => db.Cards.CountAsync(card => card.Status == CardStatus.Draft)));
    }

    [Fact]
    public async Task Without_their_name_the_owner_does_not_learn_who_asks()
    {
        await SentAsync(named: false);

        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/interview/inbox");

        Assert.Contains("A colleague asks", mei.Shown("[data-gap]"), StringComparison.Ordinal);
        Assert.DoesNotContain("Tunde", mei.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_made_only_where_the_owner_wants_one_and_without_the_question()
    {
        await SentAsync(named: true);
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/interview/inbox");

        await mei.PressAsync("[data-reply-and-draft]", ("words", Reply));

        Assert.StartsWith("/cards/", mei.Location, StringComparison.Ordinal);
        var draft = await _house.InStoreAsync(db => db.Cards.Where(card => card.Status == CardStatus.Draft).Join(db.CardRevisions, card => card.CurrentRevisionId, revision => revision.Id, (_, revision) => revision.Text).SingleAsync());
        Assert.Equal(Reply, draft.Action);
        Assert.DoesNotContain("ramen", draft.Title + draft.Situation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Left_put_off_and_declined_look_the_same_to_the_asker()
    {
        var tunde = await SentAsync(named: true);
        var left = await SeenAsync(tunde);
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/interview/inbox");

        await mei.PressAsync("[data-gap] [data-snooze]");
        Assert.Null(mei.Page.QuerySelector("[data-gap]"));
        Assert.Equal(left, await SeenAsync(tunde));

        _house.Clock.Advance(TimeSpan.FromDays(8));
        tunde = await _house.SignedInAsync("tunde");
        left = await SeenAsync(tunde);
        mei = await (await _house.SignedInAsync("mei")).OpenAsync("/interview/inbox");
        await mei.PressAsync("[data-gap] [data-decline]");
        Assert.Null(mei.Page.QuerySelector("[data-gap]"));
        Assert.Equal(left, await SeenAsync(tunde));
    }

    [Fact]
    public async Task A_reply_taken_back_is_gone_for_the_asker()
    {
        var tunde = await SentAsync(named: true);
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/interview/inbox");
        await mei.PressAsync("[data-gap] [data-reply]", ("words", Reply));

        await mei.PressAsync("[data-replied] [data-take-back]");

        Assert.DoesNotContain("fish hall", (await tunde.OpenAsync(_conversation)).Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.NotNull(mei.Page.QuerySelector("[data-gap] textarea"));
    }

    [Fact]
    public async Task A_question_taken_back_is_gone_for_the_owner_and_so_is_that_it_was_put_off()
    {
        var tunde = await SentAsync(named: true);
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/interview/inbox");
        await mei.PressAsync("[data-gap] [data-decline]");

        await tunde.PressAsync("[data-take-back]");

        Assert.NotNull(tunde.Page.QuerySelector("[data-send-on]"));
        Assert.False(await _house.InStoreAsync(db => db.Gaps.AnyAsync()));
        Assert.False(await _house.InStoreAsync(db => db.PutOffQuestions.AnyAsync(question => question.Key.StartsWith("gap."))));
    }

    [Fact]
    public async Task Taken_back_after_a_reply_has_come_the_reply_stays_to_be_read()
    {
        var tunde = await SentAsync(named: true);
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/interview/inbox");
        await mei.PressAsync("[data-gap] [data-reply]", ("words", Reply));

        await tunde.PressAsync("[data-take-back]");

        Assert.Contains("There was a reply in the meantime", tunde.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Reply, tunde.Page.QuerySelector("[data-reply]")!.TextContent);
    }

    [Fact]
    public async Task A_reply_that_nobody_waits_for_any_more_is_not_lost()
    {
        var tunde = await SentAsync(named: true);
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/interview/inbox");
        await tunde.PressAsync("[data-take-back]");

        await mei.PressAsync("[data-gap] [data-reply]", ("words", Reply));
        Assert.Equal(Reply, mei.Page.QuerySelector("[data-unsent] textarea")!.TextContent);
        await mei.PressAsync("[data-draft-unsent]");

        Assert.Equal(Reply, await _house.InStoreAsync(db => db.Cards.Where(card => card.Status == CardStatus.Draft).Join(db.CardRevisions, card => card.CurrentRevisionId, revision => revision.Id, (_, revision) => revision.Text.Action).SingleAsync()));
    }

    [Fact]
    public async Task Consent_that_ends_silences_question_and_reply_and_brings_them_back()
    {
        var tunde = await SentAsync(named: true);
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/interview/inbox");
        await mei.PressAsync("[data-gap] [data-reply]", ("words", Reply));
        await mei.OpenAsync("/consent");
        await mei.PressAsync("[data-withdraw=AnswerColleagues]");

        Assert.Equal(HttpStatusCode.NotFound, (await tunde.OpenAsync(_conversation)).Status);
        Assert.Null((await tunde.OpenAsync("/ask")).Page.QuerySelector("[data-replied]"));

        await mei.OpenAsync("/interview/inbox");
        await mei.PressAsync("[data-replied] [data-take-back]");
        Assert.Null(mei.Page.QuerySelector("[data-gap] textarea"));
    }

    [Fact]
    public async Task Questions_that_ask_much_the_same_stand_together_and_one_reply_goes_to_those_that_are_ticked()
    {
        foreach (var (asker, question) in new[] { ("tunde", "Where can one eat vegan ramen near the harbour?"), ("noor", "Can one eat vegan ramen near the harbour?"), ("dafydd", "Where is vegan ramen near the harbour to eat?"), ("xiaoyun", "Who repairs bicycles on Sundays?") })
        {
            var visitor = await _house.AskMeiAsync(asker, Question);
            await visitor.PressAsync("[data-send]", ("question", question), ("named", "true"));
            _house.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/interview/inbox");
        Assert.Equal(2, mei.Page.QuerySelectorAll("form[data-gap] textarea").Length);
        Assert.Equal("2", mei.Page.QuerySelector("[data-alike]")!.GetAttribute("data-alike"));
        var kept = mei.Page.QuerySelectorAll("[data-alike] input")[1].GetAttribute("value")!;
        var first = mei.Page.QuerySelector("form[data-gap] input[name=gap]")!.GetAttribute("value")!;
        using (var posted = await mei.PostAsync("/interview/inbox?handler=Reply", ("gap", first), ("gap", kept), ("words", Reply)))
        {
            Assert.Equal(HttpStatusCode.Redirect, posted.StatusCode);
        }

        Assert.Equal(2, await _house.InStoreAsync(db => db.Gaps.CountAsync(gap => gap.Reply == Reply)));
        Assert.Equal(2, (await mei.OpenAsync("/interview/inbox")).Page.QuerySelectorAll("form[data-gap] textarea").Length);
        Assert.Null(mei.Page.QuerySelector("[data-alike]"));
        Assert.Equal(2, await _house.InStoreAsync(db => db.Notifications.CountAsync(told => told.Kind == Domain.Notifications.NotificationKind.QuestionReplied)));
    }

    [Fact]
    public async Task Handed_on_it_is_another_colleagues_to_reply_to_and_the_asker_is_told()
    {
        var tunde = await SentAsync(named: true, handOn: true);
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/interview/inbox");
        await mei.OpenAsync(mei.Page.QuerySelector("[data-hand-on]")!.GetAttribute("href")!);
        Assert.Contains("ramen", mei.Shown("[data-handing]"), StringComparison.Ordinal);
        await mei.OpenAsync(mei.Location + "&q=林");
        await mei.PressAsync("[data-others] [data-hand-to] button");
        Assert.Null(mei.Page.QuerySelector("[data-gap]"));
        Assert.Contains("林晓芸", mei.Page.Body!.TextContent, StringComparison.Ordinal);

        Assert.Contains("Mei Tan handed it on to 林晓芸", (await tunde.OpenAsync(_conversation)).Shown("[data-handed-on]"), StringComparison.Ordinal);
        Assert.NotNull((await tunde.OpenAsync("/notifications")).Page.QuerySelector("[data-kind=QuestionHandedOn]"));
        Assert.Null((await mei.OpenAsync("/notifications")).Page.QuerySelector("[data-kind=QuestionSent]"));

        var xiaoyun = await _house.SignedInAsync("xiaoyun");
        Assert.NotNull((await xiaoyun.OpenAsync("/notifications")).Page.QuerySelector("[data-kind=QuestionSent]"));
        await xiaoyun.OpenAsync("/interview/inbox");
        Assert.Contains("Tunde", xiaoyun.Shown("[data-gap]"), StringComparison.Ordinal);
        Assert.Contains("Mei Tan", xiaoyun.Shown("[data-handed-on-by]"), StringComparison.Ordinal);
        Assert.Null(xiaoyun.Page.QuerySelector("[data-hand-on]"));
        await xiaoyun.PressAsync("[data-gap] [data-reply]", ("words", Reply));

        var sent = (await tunde.OpenAsync(_conversation)).Shown("[data-sent]");
        Assert.Contains("林晓芸", sent, StringComparison.Ordinal);
        Assert.Contains("fish hall", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_where_the_asker_allows_it_is_a_question_handed_on_and_only_once()
    {
        await SentAsync(named: true);
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/interview/inbox");
        Assert.Null(mei.Page.QuerySelector("[data-hand-on]"));
        var gap = await _house.InStoreAsync(db => db.Gaps.AsNoTracking().SingleAsync());
        var other = await _house.InStoreAsync(db => db.Agents.Where(agent => agent.OwnerId != gap.OwnerId).Select(agent => agent.Id).FirstAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await mei.OpenAsync($"/interview/inbox/hand-on?gap={gap.Id}")).Status);

        await mei.OpenAsync("/interview/inbox");
        using var posted = await mei.PostAsync($"/interview/inbox/hand-on?gap={gap.Id}", ("agent", $"{other}"));

        Assert.Equal(HttpStatusCode.Redirect, posted.StatusCode);
        Assert.Equal(gap.OwnerId, (await _house.InStoreAsync(db => db.Gaps.AsNoTracking().SingleAsync())).OwnerId);
    }

    [Fact]
    public async Task Handed_on_to_the_asker_without_a_name_tells_the_owner_nothing()
    {
        var asker = await SentAsync(named: false, handOn: true, asker: "xiaoyun");
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/interview/inbox");
        await mei.OpenAsync(mei.Page.QuerySelector("[data-hand-on]")!.GetAttribute("href")!);
        await mei.OpenAsync(mei.Location + "&q=林");

        await mei.PressAsync("[data-others] [data-hand-to] button");

        Assert.Contains("is asked now", mei.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("who does not know who asks", (await asker.OpenAsync(_conversation)).Shown("[data-handed-on]"), StringComparison.Ordinal);
        Assert.Null((await asker.OpenAsync("/interview/inbox")).Page.QuerySelector("[data-gap]"));
        Assert.Null((await asker.OpenAsync("/notifications")).Page.QuerySelector("[data-kind=QuestionSent]"));
    }

    [Fact]
    public async Task Nobody_else_sends_replies_takes_back_or_puts_off()
    {
        var tunde = await AskedAsync();
        var turn = tunde.Page.QuerySelector("article.turn")!.GetAttribute("data-turn")!;
        var noor = await (await _house.SignedInAsync("noor")).OpenAsync("/ask");
        using (var sent = await noor.PostAsync($"{_conversation}?handler=SendOn&turn={turn}", ("question", "Mine now?"), ("named", "true")))
        {
            Assert.Equal(HttpStatusCode.NotFound, sent.StatusCode);
        }

        await tunde.PressAsync("[data-send]", ("question", Question), ("named", "true"));
        var gap = await _house.InStoreAsync(db => db.Gaps.AsNoTracking().SingleAsync());
        using (var handed = await noor.PostAsync($"/interview/inbox/hand-on?gap={gap.Id}", ("agent", $"{await _house.InStoreAsync(db => db.Agents.Select(agent => agent.Id).FirstAsync())}")))
        {
            Assert.Equal(HttpStatusCode.Redirect, handed.StatusCode);
        }

        foreach (var handler in new[] { "Reply", "TakeBack", "DeclineGap", "SnoozeGap" })
        {
            using var posted = await noor.PostAsync($"/interview/inbox?handler={handler}", ("gap", $"{gap.Id}"), ("words", "I would not know."));
        }

        using (var taken = await noor.PostAsync($"{_conversation}?handler=TakeBack&turn={turn}"))
        {
            Assert.True(taken.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.NotFound);
        }

        Assert.Null((await _house.InStoreAsync(db => db.Gaps.AsNoTracking().SingleAsync())).RepliedAt);
        var noorsId = (await _house.PersonAsync("noor")).Id;
        Assert.False(await _house.InStoreAsync(db => db.PutOffQuestions.AnyAsync(question => question.OwnerId == noorsId)));
    }

    [Theory]
    [InlineData("", "Write a question first")]
    [InlineData("The gate's password: hunter2hunter2, why?", "a password or a key")]
    public async Task What_cannot_be_sent_is_said_beside_the_field_and_stays_in_it(string question, string sentence)
    {
        var tunde = await AskedAsync();

        await tunde.PressAsync("[data-send]", ("question", question), ("named", "true"));

        Assert.Contains(sentence, tunde.Shown("[data-send-on] [role=alert]"), StringComparison.Ordinal);
        Assert.Equal(question, tunde.Page.QuerySelector("[data-send-on] textarea")!.TextContent);
        Assert.False(await _house.InStoreAsync(db => db.Gaps.AnyAsync()));
    }

    [Theory]
    [InlineData("  ", "Write a reply first")]
    [InlineData("The password: hunter2hunter2", "a password or a key")]
    public async Task A_reply_that_cannot_be_sent_stays_in_its_field(string words, string sentence)
    {
        await SentAsync(named: true);
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/interview/inbox");

        await mei.PressAsync("[data-gap] [data-reply]", ("words", words));

        Assert.Contains(sentence, mei.Shown("[data-gap]"), StringComparison.Ordinal);
        Assert.Equal(words.Trim(), mei.Page.QuerySelector("[data-gap] textarea")!.TextContent);
    }

    [Fact]
    public async Task Pressed_twice_one_question_is_sent_and_nobody_sends_a_sixth()
    {
        var tunde = await SentAsync(named: true);
        var turn = tunde.Page.QuerySelector("article.turn")!.GetAttribute("data-turn")!;
        using (var again = await tunde.PostAsync($"{_conversation}?handler=SendOn&turn={turn}", ("question", Question), ("named", "true")))
        {
            Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        }

        Assert.Equal(1, await _house.InStoreAsync(db => db.Gaps.CountAsync()));
        for (var more = 2; more <= 6; more++)
        {
            tunde = await AskedAsync();
            await tunde.PressAsync("[data-send]", ("question", Question), ("named", "true"));
        }

        Assert.Contains("5 of your questions wait with this person", tunde.Shown("[data-send-on] [role=alert]"), StringComparison.Ordinal);
        Assert.Equal(5, await _house.InStoreAsync(db => db.Gaps.CountAsync()));
    }

    [Fact]
    public async Task It_goes_with_the_conversation_and_with_everything_the_owner_erases()
    {
        var tunde = await SentAsync(named: true);
        await tunde.OpenAsync(_conversation);
        await tunde.PressAsync("form[action*='handler=Delete'] button");
        Assert.False(await _house.InStoreAsync(db => db.Gaps.AnyAsync()));

        await SentAsync(named: true);
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/interview/inbox");
        await mei.PressAsync("[data-gap] [data-reply]", ("words", Reply));
        await mei.OpenAsync("/me/erase");
        await mei.PressAsync("[data-erase]", ("understood", "true"));
        await _house.RunAsync<Data.Erasures.FinishErasures>();
        Assert.False(await _house.InStoreAsync(db => db.Gaps.AnyAsync()));
    }

    private async Task<Visitor> AskedAsync(string asker = "tunde")
    {
        var visitor = await _house.AskMeiAsync(asker, Question);
        _conversation = visitor.Location.Split('#')[0];
        return visitor;
    }

    private async Task<Visitor> SentAsync(bool named, string question = Question, bool handOn = false, string asker = "tunde")
    {
        var visitor = await AskedAsync(asker);
        return await visitor.PressAsync("[data-send]", ("question", question), ("named", named ? "true" : "false"), ("handOn", handOn ? "true" : "false"));
    }

    /// <summary>All that the asker can see of it, but for what changes with every request.</summary>
    private async Task<string> SeenAsync(Visitor asker)
    {
        var conversation = (await asker.OpenAsync(_conversation)).Page.DocumentElement.OuterHtml;
        var ask = (await asker.OpenAsync("/ask")).Page.DocumentElement.OuterHtml;
        return Token().Replace(conversation + ask, "");
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="[^"]*"|nonce="[^"]*" """)]
    private static partial Regex Token();
}
