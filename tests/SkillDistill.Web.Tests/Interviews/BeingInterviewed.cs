using System.Net;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Interviews;
using SkillDistill.Web.Tests.Consent;
using static SkillDistill.Web.Tests.Interviews.Sittings;

namespace SkillDistill.Web.Tests.Interviews;

public sealed class BeingInterviewed : IDisposable
{
    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Theory]
    [InlineData("/interview")]
    [InlineData("/interview/answers")]
    [InlineData("/interview/drafts")]
    public async Task A_stranger_is_sent_to_sign_in(string address)
    {
        var stranger = await _house.Stranger().OpenAsync(address);

        Assert.StartsWith("/sign-in", stranger.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_presses_lead_from_the_profile_to_the_first_question()
    {
        var sam = await _house.SignedInAsync("sam");
        await sam.OpenAsync("/me");

        await sam.OpenAsync(sam.Page.QuerySelector("[data-to-interview]")!.GetAttribute("href")!);
        await sam.PressAsync("[data-keep-profile] button");
        await sam.PressAsync("[data-begin]");

        Assert.Equal("/interview/map?step=map-scope", sam.Location);
        Assert.Contains("out of reach for a month", sam.Page.QuerySelector(".question")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_can_be_written_before_one_agrees_that_it_is_kept()
    {
        var sam = await _house.SignedInAsync("sam");
        await sam.OpenAsync("/interview");

        Assert.NotNull(sam.Page.QuerySelector("[data-keep-profile]"));
        Assert.Null(sam.Page.QuerySelector("[data-begin]"));
        using var begun = await sam.PostAsync("/interview?handler=Begin");
        Assert.Equal(HttpStatusCode.NotFound, (await sam.OpenAsync("/interview/map")).Status);
    }

    [Fact]
    public async Task What_was_typed_stays_on_the_page_where_one_no_longer_agrees_that_it_is_kept()
    {
        var sam = await _house.InterviewedAsync("sam");
        var id = await _house.IdAsync("sam");
        await _house.DecideAsync(id, stream => stream.Withdraw(id, Purpose.HoldProfile, DateTimeOffset.UtcNow).Refusal);

        await sam.PressAsync(Next, (Whole, "How to read the capacity report."));

        Assert.Contains("not agreed that we keep your profile", sam.Shown(".validation-summary-errors"), StringComparison.Ordinal);
        Assert.Contains("How to read the capacity report.", sam.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await _house.AnswersOfAsync("sam"));
    }

    [Fact]
    public async Task An_answer_is_kept_and_the_next_question_comes()
    {
        var sam = await _house.InterviewedAsync("sam");

        await sam.PressAsync(Next, (Whole, "How to read the capacity report."));

        Assert.EndsWith("step=map-tasks", sam.Location, StringComparison.Ordinal);
        Assert.Contains("1 of 3", sam.Shown("[data-progress]"), StringComparison.Ordinal);
        var answer = Assert.Single(await _house.AnswersOfAsync("sam"));
        Assert.Equal(("map-scope", "How to read the capacity report."), (answer.Probe, answer.Parts[AnswerParts.Whole]));
        await sam.AtAsync("map", "map-scope");
        Assert.Contains("How to read the capacity report.", sam.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tasks_lead_to_questions_about_those_that_need_judgement()
    {
        var sam = await _house.InterviewedAsync("sam");
        await sam.AtAsync("map", "map-tasks");
        await sam.PressAsync(Next, ("Form.Rows[0].Parts[task]", "Reading the capacity report"), ("Form.Rows[1].Parts[task]", "Ordering spare disks"));
        var boxes = sam.Page.QuerySelectorAll("input[type=checkbox]");
        Assert.Equal(2, boxes.Length);

        await sam.PressAsync(Next, (boxes[0].GetAttribute("name")!, "yes"));

        Assert.Contains("Reading the capacity report", sam.Shown("[data-subject]"), StringComparison.Ordinal);
        Assert.Contains("three to six steps", sam.Page.QuerySelector(".question")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moments_are_put_in_order_and_decision_points_deepened()
    {
        var sam = await _house.InterviewedAsync("sam");
        await sam.AtAsync("incidents", "incident-well");
        await sam.PressAsync(Next, (Whole, "The lamp came up late and I had the rack opened."));
        await sam.AtAsync("incidents", "incident-timeline~incident-well");
        await sam.PressAsync("button[value=add]", ("Form.Rows[0].Parts[what]", "The rack is open"), ("Form.Rows[0].Parts[decision]", "yes"));
        await sam.PressAsync("button[value=stay], button[value=next]", ("Form.Rows[1].Parts[what]", "The lamp is late"));
        await sam.AtAsync("incidents", "incident-timeline~incident-well");

        await sam.PressAsync(sam.Page.QuerySelectorAll("button[value^='up.']")[1]);

        Assert.Equal(["The lamp is late", "The rack is open"], sam.Page.QuerySelectorAll("textarea[name$='[what]']").Select(field => field.TextContent));
        await sam.OpenAsync("/interview/incidents?all=true");
        Assert.Contains("The rack is open", sam.Shown("[data-subject]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_answered_is_read_again_in_the_order_in_which_it_was_asked()
    {
        var sam = await _house.InterviewedAsync("sam");
        await sam.WriteRuleAsync();
        await sam.AtAsync("incidents", "incident-well");
        await sam.PressAsync(Next, (Whole, "The lamp came up late and I had the rack opened."));
        await sam.AtAsync("incidents", "incident-timeline~incident-well");
        await sam.PressAsync(Next, ("Form.Rows[0].Parts[what]", "The rack is open"), ("Form.Rows[0].Parts[decision]", "yes"));

        await sam.OpenAsync("/interview/answers");

        Assert.Equal(["A parcel", "I open", "The scale", "It rained", "Ten opened"], sam.Page.QuerySelectorAll("[data-answer=decision-rule] .document").Select(part => string.Join(' ', part.TextContent.Trim().Split(' ').Take(2))));
        Assert.Equal(["The rack is open", "✓"], sam.Page.QuerySelectorAll("[data-answer=incident-timeline] .document").Select(part => part.TextContent.Trim()));
    }

    [Fact]
    public async Task Removing_a_task_takes_the_answers_about_it_along()
    {
        var sam = await _house.InterviewedAsync("sam");
        await sam.AtAsync("map", "map-tasks");
        await sam.PressAsync(Next, ("Form.Rows[0].Parts[task]", "Reading the capacity report"));
        await sam.PressAsync(Next, (sam.Page.QuerySelector("input[type=checkbox]")!.GetAttribute("name")!, "yes"));
        await sam.PressAsync(Next, (Whole, "Look, compare, decide."));
        await sam.AtAsync("map", "map-tasks");

        await sam.PressAsync("button[value^='remove.']");

        Assert.DoesNotContain(await _house.AnswersOfAsync("sam"), answer => answer.Probe is "map-tasks" or "map-steps");
    }

    [Fact]
    public async Task A_question_can_be_passed_over_and_comes_back_when_asked_for()
    {
        var sam = await _house.InterviewedAsync("sam");

        await sam.PressAsync("[data-skip]");

        Assert.EndsWith("step=map-tasks", sam.Location, StringComparison.Ordinal);
        Assert.True(Assert.Single(await _house.AnswersOfAsync("sam")).IsSkipped);
        await sam.AtAsync("map", "map-scope");
        Assert.Contains("Skipped", sam.Shown("[data-state]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follow_ups_come_inline_and_go_for_good_when_sent_away()
    {
        var sam = await _house.InterviewedAsync("sam");
        await sam.AtAsync("incidents", "incident-well");
        await sam.PressAsync("button[value=next]", (Whole, "It depends. You get a feel for it."));
        await sam.AtAsync("incidents", "incident-well");
        Assert.NotNull(sam.Page.QuerySelector("[data-follow-up=LastTime] textarea"));

        await sam.PressAsync("[data-follow-up=LastTime] button");

        Assert.Null(sam.Page.QuerySelector("[data-follow-up=LastTime]"));
        Assert.Equal([FollowUpKind.LastTime], Assert.Single(await _house.AnswersOfAsync("sam")).Dismissed);
    }

    [Fact]
    public async Task A_password_is_refused_beside_its_field_and_stays_in_it()
    {
        var sam = await _house.InterviewedAsync("sam");

        await sam.PressAsync(Next, (Whole, "Log in with password: hunter2-Correct!"));

        Assert.Contains("looks like a password", sam.Shown("[data-error-for]"), StringComparison.Ordinal);
        Assert.Contains("hunter2", sam.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await _house.AnswersOfAsync("sam"));
    }

    [Fact]
    public async Task A_name_is_pointed_out_and_taken_out_on_request()
    {
        var sam = await _house.InterviewedAsync("sam");
        await sam.PressAsync(Next, (Whole, "Ask Margaret Thornbury when the report is late."));
        await sam.AtAsync("map", "map-scope");
        Assert.Contains("Margaret Thornbury", sam.Shown("[data-exclusion=PersonName]"), StringComparison.Ordinal);

        await sam.PressAsync("[data-exclusion=PersonName] button");

        Assert.DoesNotContain("Margaret", Assert.Single(await _house.AnswersOfAsync("sam")).Parts[AnswerParts.Whole], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_window_is_shown_and_nothing_is_written_over()
    {
        var first = await _house.InterviewedAsync("sam");
        var second = await _house.InterviewedAsync("sam");
        await second.AtAsync("map", "map-scope");
        await first.PressAsync(Next, (Whole, "Written in the first window."));

        await second.PressAsync(Next, (Whole, "Written in the second window."));

        Assert.Contains("first window", second.Shown("[data-conflict]"), StringComparison.Ordinal);
        Assert.Contains("second window", second.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Written in the first window.", Assert.Single(await _house.AnswersOfAsync("sam")).Parts[AnswerParts.Whole]);
        await second.PressAsync("[data-keep-mine]");
        Assert.Equal("Written in the second window.", Assert.Single(await _house.AnswersOfAsync("sam")).Parts[AnswerParts.Whole]);
    }

    [Fact]
    public async Task Packs_bring_their_questions_and_manner_is_asked_only_on_request()
    {
        var sam = await _house.InterviewedAsync("sam");
        await sam.OpenAsync("/interview");
        Assert.Contains("Off", sam.Shown("[data-sitting=WorkingStyle]"), StringComparison.Ordinal);

        await sam.PressAsync("[data-packs] button", ("packs", nameof(RolePackKind.Operations)), ("manner", "true"));

        Assert.Contains("minutes", sam.Shown("[data-sitting=WorkingStyle]"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await sam.OpenAsync("/interview/map?all=true")).Status);
    }

    [Fact]
    public async Task The_whole_interview_is_asked_in_Chinese_too()
    {
        var sam = await _house.InterviewedAsync("sam");
        sam.Http.DefaultRequestHeaders.Add("Accept-Language", "zh-Hans");

        await sam.OpenAsync("/interview/map?all=true");

        Assert.Contains("联系不上你", sam.Shown(".question"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_step_takes_more_answers_than_its_page_can_show()
    {
        var sam = await _house.InterviewedAsync("sam");
        await sam.AtAsync("knowledgeaudit", "audit-noticing");
        for (var occasion = 0; occasion < Probe.MostItems; occasion++)
        {
            using var kept = await sam.PostAsync("/interview/knowledgeaudit?handler=Save", ("Form.Step", "audit-noticing"), ("Form.Rows[0].Slot", Guid.NewGuid().ToString("N")), ("Form.Rows[0].Parts[cues]", $"Occasion {occasion}"));
            Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        }

        using var more = await sam.PostAsync("/interview/knowledgeaudit?handler=Save", ("Form.Step", "audit-noticing"), ("Form.Rows[0].Slot", Guid.NewGuid().ToString("N")), ("Form.Rows[0].Parts[cues]", "One more"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, more.StatusCode);
        Assert.Equal(Probe.MostItems, (await _house.AnswersOfAsync("sam")).Count);
    }

    [Fact]
    public async Task A_form_without_a_button_or_with_a_strange_one_saves_and_stays()
    {
        var sam = await _house.InterviewedAsync("sam");

        foreach (var then in new[] { "", "nonsense", "up", "dismiss.x.y", "takeout.a.b.c.d", "apply." })
        {
            using var sent = await sam.PostAsync("/interview/map", ("Form.Step", "map-scope"), ("then", then));
            Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        }
    }

    [Fact]
    public async Task A_sitting_or_step_that_does_not_exist_is_not_found()
    {
        var sam = await _house.InterviewedAsync("sam");

        Assert.Equal(HttpStatusCode.NotFound, (await _house.Stranger().OpenAsync("/interview/map")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sam.OpenAsync("/interview/nonsense")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sam.OpenAsync("/interview/0")).Status);
        await sam.OpenAsync("/interview/map");
        using var strange = await sam.PostAsync("/interview/map", ("then", "next"), ("Form.Step", "no-such-step"));
        Assert.Equal(HttpStatusCode.NotFound, strange.StatusCode);
    }
}
