using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Profiles;
using static SkillDistill.Web.Tests.Interviews.Sittings;

namespace SkillDistill.Web.Tests.Interviews;

/// <summary>Teach-back and holdout: the owner sees whether they were understood, and nobody else does.</summary>
public sealed class BeingUnderstood : IDisposable
{
    private const string TeachBack = "boundary-teach-back";
    private const string Holdout = "boundary-holdout";

    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Up_to_eight_cards_are_told_back_on_cases_that_were_not_talked_about()
    {
        var mei = await _house.InterviewedAsync("mei");

        await mei.AtAsync("boundaries", TeachBack);

        Assert.Equal(8, mei.Page.QuerySelectorAll("[data-taught]").Length);
        Assert.True(mei.Page.QuerySelectorAll("[data-taught]").Select(rule => rule.GetAttribute("data-taught")).Distinct().Count() > 1);
    }

    [Fact]
    public async Task Only_if_adds_an_exception_to_the_card_when_the_owner_says_so()
    {
        var mei = await _house.InterviewedAsync("mei");
        await mei.AtAsync("boundaries", TeachBack);
        var card = mei.Page.QuerySelector(".answer")!.GetAttribute("data-slot")!;
        var before = await WordsAsync(card);
        await mei.PressAsync(Next, ("Form.Rows[0].Parts[verdict]", "only-if"), ("Form.Rows[0].Parts[only-if]", "Only if the customer was told beforehand."));
        Assert.Equal(before, await WordsAsync(card));
        await mei.AtAsync("boundaries", TeachBack);

        await mei.PressAsync("[data-apply]");

        Assert.EndsWith("Only if the customer was told beforehand.", (await WordsAsync(card)).Exception, StringComparison.Ordinal);
        Assert.StartsWith(before.Exception, (await WordsAsync(card)).Exception, StringComparison.Ordinal);
        Assert.Null(mei.Page.QuerySelector("[data-apply]"));
    }

    [Fact]
    public async Task A_correction_is_offered_to_the_card_as_soon_as_it_is_saved_and_its_case_stays()
    {
        var mei = await _house.InterviewedAsync("mei");
        await mei.AtAsync("boundaries", TeachBack);
        var rows = mei.Page.QuerySelectorAll(".answer").Select(row => (Slot: row.GetAttribute("data-slot")!, Case: row.QuerySelector("[data-taught]")!.TextContent)).ToList();

        using var saved = await mei.PostAsync(
            "/interview/boundaries?handler=Save",
            ("Form.Step", TeachBack), ("Form.Rows[0].Slot", rows[4].Slot), ("Form.Rows[0].Seen", "0"), ("Form.Rows[0].Parts[verdict]", "only-if"), ("Form.Rows[0].Parts[only-if]", "Only if the customer was told beforehand."));

        Assert.Contains("data-apply", await saved.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await mei.AtAsync("boundaries", TeachBack);
        Assert.Equal(rows, mei.Page.QuerySelectorAll(".answer").Select(row => (row.GetAttribute("data-slot")!, row.QuerySelector("[data-taught]")!.TextContent)));
    }

    [Fact]
    public async Task What_was_told_right_changes_nothing()
    {
        var mei = await _house.InterviewedAsync("mei");
        await mei.AtAsync("boundaries", TeachBack);

        await mei.PressAsync(Next, ("Form.Rows[0].Parts[verdict]", "right"));

        await mei.AtAsync("boundaries", TeachBack);
        Assert.Null(mei.Page.QuerySelector("[data-apply]"));
    }

    [Fact]
    public async Task Questions_are_proposed_about_ones_own_tasks_and_count_only_when_answered()
    {
        var sam = await _house.InterviewedAsync("sam");
        await sam.AtAsync("map", "map-tasks");
        await sam.PressAsync(Next, ("Form.Rows[0].Parts[task]", "Reading the capacity report"));
        await sam.AtAsync("boundaries", Holdout);
        Assert.Equal(6, sam.Page.QuerySelectorAll(".answer").Length);
        Assert.Contains("Reading the capacity report", sam.Page.QuerySelector("[name='Form.Rows[0].Parts[question]']")!.TextContent, StringComparison.Ordinal);

        await sam.PressAsync("button[value=next]", ("Form.Rows[0].Parts[answer]", "I would wait."));

        Assert.Equal("checker-away", Assert.Single(await _house.AnswersOfAsync("sam"), answer => answer.Probe == Holdout).Slot);
    }

    [Fact]
    public async Task The_owners_answers_stand_beside_the_agents_with_and_without_the_profile_and_the_number_is_shown()
    {
        var mei = await _house.InterviewedAsync("mei");
        await mei.AtAsync("boundaries", Holdout);
        await mei.PressAsync(
            "button[value=next]",
            ("Form.Rows[0].Parts[question]", "When do you roll back and when do you look for the cause first?"),
            ("Form.Rows[0].Parts[answer]", "If something was released in the last hour, I roll back first."));

        await mei.OpenAsync("/interview/comparison");

        Assert.Contains("0 of 1 compared", mei.Shown("[data-tally]"), StringComparison.Ordinal);
        Assert.Contains("I roll back first", mei.Shown("[data-holdout]"), StringComparison.Ordinal);
        Assert.DoesNotContain("can't tell", mei.Shown("[data-with]"), StringComparison.Ordinal);
        Assert.Contains("can't tell", mei.Shown("[data-without]"), StringComparison.Ordinal);
        await mei.PressAsync("button[value=AsIWould]");
        Assert.Contains("1 of 1 compared", mei.Shown("[data-tally]"), StringComparison.Ordinal);
        Assert.Equal(0, await _house.InStoreAsync(db => db.Conversations.CountAsync()));
    }

    [Fact]
    public async Task Nobody_else_sees_the_comparison()
    {
        var mei = await _house.InterviewedAsync("mei");
        await mei.AtAsync("boundaries", Holdout);
        await mei.PressAsync("button[value=next]", ("Form.Rows[0].Parts[answer]", "A canary of an answer."));
        var ada = await _house.SignedInAsync("ada");

        await ada.OpenAsync("/interview/comparison");

        Assert.DoesNotContain("canary", ada.Text, StringComparison.Ordinal);
        using var marked = await ada.PostAsync("/interview/comparison", ("slot", "checker-away"), ("mark", "AsIWould"));
        Assert.Equal(HttpStatusCode.NotFound, marked.StatusCode);
    }

    private Task<CardText> WordsAsync(string card) => _house.InStoreAsync(async db =>
    {
        var revision = await db.Cards.Where(own => own.Id == Domain.Id<Card>.Parse(card, null)).Select(own => own.CurrentRevisionId).SingleAsync();
        return (await db.CardRevisions.AsNoTracking().SingleAsync(known => known.Id == revision)).Text;
    });
}
