using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Interviews;
using SkillDistill.Web.Tests.Interviews;
using static SkillDistill.Web.Tests.Interviews.Sittings;

namespace SkillDistill.Web.Tests.Admin;

public sealed class ChoosingQuestions : IDisposable
{
    private const string Publish = "[data-publish]";

    private static readonly (string Field, string Value)[] Suppliers =
    [
        ("Form.Sitting", "Map"),
        ("Form.Aim", "Steps"),
        ("Form.Minutes", "2"),
        ("Form.QuestionEnglish", "Which supplier do you call first, and what for?"),
        ("Form.QuestionChinese", "你最先给哪家供应商打电话？为了什么？"),
        ("Form.WhyEnglish", "It is the first thing that somebody new has to find out."),
        ("Form.WhyChinese", "新人最先要打听的就是这个。"),
        ("Form.ExampleEnglish", "The glass works, when a pallet is late by more than a day."),
        ("Form.ExampleChinese", "一托盘货晚了一天以上，就打给玻璃厂。"),
    ];

    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Only_an_admin_chooses()
    {
        var mei = await _house.SignedInAsync("mei");

        Assert.Equal(HttpStatusCode.Forbidden, (await mei.OpenAsync("/admin/questions")).Status);
        using var posted = await mei.PostAsync("/admin/questions", ("Form.Seen", "0"));
        Assert.Equal(0, await _house.InStoreAsync(db => db.ProtocolEditions.CountAsync()));
    }

    [Fact]
    public async Task A_hidden_question_is_not_asked_in_new_interviews_and_still_in_those_that_began_before()
    {
        var sam = await _house.InterviewedAsync("sam");
        await PublishAsync(Hide("audit-anomalies"));

        var tunde = await _house.InterviewedAsync("tunde");

        Assert.Contains("audit-anomalies", await Steps(sam, "knowledgeaudit"), StringComparison.Ordinal);
        Assert.DoesNotContain("audit-anomalies", await Steps(tunde, "knowledgeaudit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_of_the_organisation_is_asked_and_its_answer_becomes_a_card()
    {
        await PublishAsync(Ask());

        var sam = await _house.InterviewedAsync("sam");
        await sam.AtAsync("map", "added-1");
        Assert.Contains("Which supplier do you call first", sam.Shown(".question"), StringComparison.Ordinal);
        await sam.PressAsync(Next, (Whole, "When a pallet is late by more than a day I call the glass works first, because they hold the only lorry."));
        await sam.OpenAsync("/interview/drafts");

        Assert.Contains("I call the glass works first", sam.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_moves_over_keeps_every_answer()
    {
        var sam = await _house.InterviewedAsync("sam");
        await sam.PressAsync(Next, (Whole, "How to read the capacity report."));
        await PublishAsync(Ask());
        await sam.OpenAsync("/interview");

        await sam.PressAsync("[data-newer] button");

        Assert.Equal("How to read the capacity report.", Assert.Single(await _house.AnswersOfAsync("sam")).Parts[AnswerParts.Whole]);
        Assert.Contains("added-1", await Steps(sam), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_taken_away_stays_in_interviews_that_ask_it_and_its_key_is_not_given_again()
    {
        await PublishAsync(Ask());
        var sam = await _house.InterviewedAsync("sam");
        await PublishAsync(Hide("added-1"));

        await PublishAsync(Ask());

        Assert.Equal("2026-11+3", await _house.InStoreAsync(db => db.ProtocolEditions.AsNoTracking().OrderBy(edition => edition.Number).Select(edition => edition.Shipped + "+" + edition.Number).LastAsync()));
        Assert.Contains("added-1", await Steps(sam), StringComparison.Ordinal);
        var tunde = await _house.InterviewedAsync("tunde");
        Assert.Contains("added-3", await Steps(tunde), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Form.QuestionChinese", "", "Write this in both languages")]
    [InlineData("Form.QuestionEnglish", "How did your illness change the way you work?", "“your illness” does not belong in an interview")]
    [InlineData("Form.QuestionEnglish", "Would you call your colleague lazy, and when?", "does not belong in an interview")]
    [InlineData("Form.WhyChinese", "想知道你的宗教信仰。", "does not belong in an interview")]
    public async Task What_cannot_be_asked_is_said_beside_the_field_and_nothing_typed_is_lost(string field, string value, string sentence)
    {
        var ada = await OpenAsync();

        await ada.PressAsync(Publish, [.. Suppliers.Where(own => own.Field != field), (field, value)]);

        Assert.Contains(sentence, ada.Shown($"[data-valmsg-for='{field}']"), StringComparison.Ordinal);
        Assert.Contains(field == "Form.ExampleEnglish" ? "" : "The glass works, when a pallet", ada.Page.QuerySelector("[name='Form.ExampleEnglish']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await _house.InStoreAsync(db => db.ProtocolEditions.CountAsync()));
    }

    [Fact]
    public async Task A_part_that_would_take_too_long_is_not_published_until_another_question_goes()
    {
        var ada = await OpenAsync();
        var long_ = Suppliers.Where(own => own.Field is not ("Form.Sitting" or "Form.Minutes")).Append(("Form.Sitting", "Decisions")).Append(("Form.Minutes", "1")).ToArray();

        await ada.PressAsync(Publish, long_);
        Assert.Contains("would take 16 minutes; 15 are the most", ada.Shown("[data-valmsg-for='Form.Sitting']"), StringComparison.Ordinal);
        Uncheck(ada, "decision-step-to-skip");
        await ada.PressAsync(Publish, long_);

        Assert.Equal(1, await _house.InStoreAsync(db => db.ProtocolEditions.CountAsync()));
    }

    [Fact]
    public async Task Nothing_changed_is_said_and_whoever_was_slower_sees_that_somebody_else_published()
    {
        var (ada, other) = (await OpenAsync(), await OpenAsync());

        await ada.PressAsync(Publish);
        Assert.Contains("Nothing has changed yet", ada.Text, StringComparison.Ordinal);
        await PublishAsync(Hide("map-papers"));
        Uncheck(other, "audit-anomalies");
        await other.PressAsync(Publish);

        Assert.Contains("Somebody else changed this", other.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, await _house.InStoreAsync(db => db.ProtocolEditions.CountAsync()));
    }

    private static Func<Visitor, Task> Hide(string key) => async ada =>
    {
        Uncheck(ada, key);
        await ada.PressAsync(Publish);
    };

    private static Func<Visitor, Task> Ask() => ada => ada.PressAsync(Publish, Suppliers);

    private static void Uncheck(Visitor ada, string key) => ((IHtmlInputElement)ada.Page.QuerySelector($"#asked-{key}")!).IsChecked = false;

    /// <summary>The questions of a sitting, all on one page.</summary>
    private static async Task<string> Steps(Visitor visitor, string sitting = "map")
    {
        await visitor.OpenAsync($"/interview/{sitting}?all=true");
        return string.Join(' ', visitor.Page.QuerySelectorAll("form").Select(form => form.OuterHtml));
    }

    private async Task<Visitor> OpenAsync()
    {
        var ada = await _house.SignedInAsync("ada");
        return await ada.OpenAsync("/admin/questions");
    }

    private async Task PublishAsync(Func<Visitor, Task> change)
    {
        var ada = await OpenAsync();
        await change(ada);
        Assert.Contains("is what new interviews ask", ada.Text, StringComparison.Ordinal);
    }
}
