using System.IO.Compression;
using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Agents;
using SkillDistill.Web.Tests.Ask;
using SkillDistill.Web.Tests.Interviews;
using static SkillDistill.Web.Tests.Agents.Accepting;

namespace SkillDistill.Web.Tests.Agents;

/// <summary>What an owner accepted of one version is asked of the next before it goes out; one that fails goes out with a reason or not at all.</summary>
public sealed class TryingVersions : IDisposable
{
    private const string Reason = "The handbook says it now.\nColleagues are sent there.";

    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_version_that_still_answers_so_passes_and_is_published()
    {
        var mei = await _house.AcceptedAsync("mei");
        Assert.Contains("New versions are tried on it", mei.Shown("[data-case]"), StringComparison.Ordinal);
        await mei.OpenAsync("/agent");
        await mei.PressAsync("[data-distil]");
        Assert.Contains("It will be tried on one question", mei.Shown("[data-replay]"), StringComparison.Ordinal);

        await mei.PressAsync("[data-try-cases]");

        Assert.Equal("Passes", Assert.Single(mei.Page.QuerySelectorAll("[data-finding]")).GetAttribute("data-finding"));
        Assert.StartsWith("You accepted, in version 1: ", mei.Shown("[data-side=before]"), StringComparison.Ordinal);
        Assert.Equal(1, await _house.PublishedAsync("mei"));
        await mei.PressAsync("[data-publish]");
        Assert.Equal(2, await _house.PublishedAsync("mei"));
        Assert.NotNull(mei.Page.QuerySelector("[data-finding=Passes]"));
        Assert.Null(mei.Page.QuerySelector("[data-try-cases]"));
    }

    [Fact]
    public async Task A_version_that_fails_is_tried_by_the_press_and_not_published()
    {
        var mei = await _house.AcceptedAsync("mei");
        await _house.DistilWorseAsync(mei);

        await mei.PressAsync("[data-publish]");

        Assert.Equal(1, await _house.PublishedAsync("mei"));
        Assert.Contains("Version 2 fails on 1 of the answers you accepted", mei.Text, StringComparison.Ordinal);
        Assert.Matches("CannotTell|OtherCards", mei.Page.QuerySelector("[data-finding]")!.GetAttribute("data-finding"));
        Assert.Contains(Question, mei.Shown("[data-finding]"), StringComparison.Ordinal);
        Assert.Null(mei.Page.QuerySelector("[data-publish]"));
        using var forced = await mei.PostAsync("/agent/versions/2?handler=Publish");
        Assert.Equal(1, await _house.PublishedAsync("mei"));
    }

    [Fact]
    public async Task It_goes_out_with_a_reason_which_stays_with_it_and_is_taken_along()
    {
        var mei = await _house.AcceptedAsync("mei");
        await _house.DistilWorseAsync(mei);
        await mei.PressAsync("[data-try-cases]");

        await mei.PressAsync("[data-publish-anyway]", ("Waiver", Reason));

        Assert.Equal(2, await _house.PublishedAsync("mei"));
        Assert.Contains("Colleagues are sent there.", mei.Shown("[data-waiver]"), StringComparison.Ordinal);
        Assert.Null(mei.Page.QuerySelector("[data-waive]"));
        await mei.OpenAsync("/me/data");
        using var taken = await mei.PostAsync("/me/data");
        using var archive = new ZipArchive(new MemoryStream(await taken.Content.ReadAsByteArrayAsync()));
        using var reader = new StreamReader(archive.GetEntry("profile.json")!.Open());
        Assert.Contains("The handbook says it now.\\nColleagues are sent there.", await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_reason_or_with_one_too_long_it_does_not_and_nothing_typed_is_lost()
    {
        var mei = await _house.AcceptedAsync("mei");
        await _house.DistilWorseAsync(mei);
        await mei.PressAsync("[data-try-cases]");

        await mei.PressAsync("[data-publish-anyway]", ("Waiver", "  "));
        Assert.Contains("Say why it may go out although it fails.", mei.Shown("[data-waive]"), StringComparison.Ordinal);

        var tooLong = new string('x', Replay.WaiverLength + 1);
        await mei.PressAsync("[data-publish-anyway]", ("Waiver", tooLong));
        Assert.Contains("at most 1000 characters", mei.Shown("[data-waive]"), StringComparison.Ordinal);
        Assert.Equal(tooLong, ((IHtmlTextAreaElement)mei.Page.QuerySelector("#Waiver")!).Value);
        Assert.Equal(1, await _house.PublishedAsync("mei"));
    }

    [Fact]
    public async Task A_reason_written_before_the_failure_was_seen_does_not_count()
    {
        var mei = await _house.AcceptedAsync("mei");
        await _house.DistilWorseAsync(mei);

        using var blind = await mei.PostAsync("/agent/versions/2?handler=Waive", ("Waiver", Reason));

        var shown = await blind.Content.ReadAsStringAsync();
        Assert.Contains("It fails on others now than those you had before you.", shown, StringComparison.Ordinal);
        Assert.Contains("The handbook says it now.", shown, StringComparison.Ordinal);
        Assert.Equal(1, await _house.PublishedAsync("mei"));
    }

    [Fact]
    public async Task Of_presses_at_the_same_moment_one_publishes_and_none_breaks()
    {
        var mei = await _house.AcceptedAsync("mei");
        await _house.DistilWorseAsync(mei);
        await mei.PressAsync("[data-try-cases]");
        var seen = mei.Page.QuerySelector("[name=seen]")!.GetAttribute("value")!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(at => at % 2 == 0
            ? mei.PostAsync("/agent/versions/2?handler=Waive", ("Waiver", Reason), ("seen", seen))
            : mei.PostAsync("/agent/versions/2?handler=Replay")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Found, answer.StatusCode));
        Assert.Equal(2, await _house.PublishedAsync("mei"));
        var replay = await _house.InStoreAsync(db => db.Replays.AsNoTracking().Include(known => known.Results).SingleAsync());
        Assert.Equal((Reason, 1), (replay.Waiver, replay.Results.Count));
    }

    [Fact]
    public async Task A_worse_answer_cannot_be_talked_out_of_failing_but_the_owner_can_let_the_question_go()
    {
        var mei = await _house.AcceptedAsync("mei");
        await _house.DistilWorseAsync(mei);
        await mei.OpenAsync("/interview/comparison");
        await mei.PressAsync("button[value=Otherwise]");
        Assert.Equal(1, (await _house.CaseAsync()).AcceptedIn);
        await mei.OpenAsync("/agent/versions/2");
        await mei.PressAsync("[data-try-cases]");
        Assert.NotNull(mei.Page.QuerySelector("[data-waive]"));

        await mei.OpenAsync("/interview/comparison");
        await mei.PressAsync("[data-drop-case]");

        Assert.False(await _house.InStoreAsync(db => db.ReplayCases.AnyAsync()) || await _house.InStoreAsync(db => db.ReplayResults.AnyAsync()));
        await mei.OpenAsync("/agent/versions/2");
        await mei.PressAsync("[data-publish]");
        Assert.Equal(2, await _house.PublishedAsync("mei"));
    }

    [Fact]
    public async Task A_mark_taken_back_on_the_same_version_takes_the_case_back()
    {
        var mei = await _house.AcceptedAsync("mei");

        await mei.PressAsync("button[value=Partly]");

        Assert.False(await _house.InStoreAsync(db => db.ReplayCases.AnyAsync()));
    }

    [Fact]
    public async Task What_was_worded_anew_is_not_held_against_a_version()
    {
        var mei = await _house.AcceptedAsync("mei");
        await _house.DistilWorseAsync(mei);
        await mei.RewordAsync();
        await mei.OpenAsync("/interview/comparison");
        Assert.Contains("You have reworded this since", mei.Shown("[data-case]"), StringComparison.Ordinal);

        await mei.OpenAsync("/agent/versions/2");
        await mei.PressAsync("[data-publish]");

        Assert.Equal(2, await _house.PublishedAsync("mei"));
        Assert.NotNull(mei.Page.QuerySelector("[data-finding=Reworded]"));
    }

    [Fact]
    public async Task With_the_answer_erased_what_versions_were_held_to_by_it_is_gone()
    {
        var mei = await _house.AcceptedAsync("mei");
        await _house.DistilWorseAsync(mei);
        await mei.PressAsync("[data-try-cases]");
        var answer = (await _house.CaseAsync()).AnswerId;

        await mei.OpenAsync($"/interview/answers/{answer}/erase");
        await mei.PressAsync("[data-erase]");

        Assert.False(await _house.InStoreAsync(db => db.ReplayCases.AnyAsync()) || await _house.InStoreAsync(db => db.ReplayResults.AnyAsync()));
        Assert.Equal(HttpStatusCode.OK, (await mei.OpenAsync("/agent/versions/2")).Status);
    }

    [Fact]
    public async Task To_everybody_else_there_is_nothing_to_try_or_to_waive()
    {
        await _house.AcceptedAsync("mei");
        var known = await _house.CaseAsync();
        foreach (var key in new[] { "sam", "ada" })
        {
            var other = await _house.SignedInAsync(key);
            await other.OpenAsync("/me");
            foreach (var handler in new[] { "Replay", "Waive", "Publish" })
            {
                using var tried = await other.PostAsync($"/agent/versions/1?handler={handler}", ("Waiver", Reason), ("seen", known.Id.ToString()));
                Assert.Equal(HttpStatusCode.NotFound, tried.StatusCode);
            }

            using var dropped = await other.PostAsync("/interview/comparison?handler=Drop", ("slot", "checker-away"));
            Assert.Equal(HttpStatusCode.NotFound, dropped.StatusCode);
        }

        Assert.Equal(known.AcceptedAt, (await _house.CaseAsync()).AcceptedAt);
    }

    [Fact]
    public async Task Nothing_leaves_the_machine_to_try_a_version()
    {
        await using var model = await ScriptedEndpoint.StartAsync();
        using var house = new HouseWithModelAt(null, model.Address);
        var mei = await house.InterviewedAsync("mei");
        await mei.OpenAsync("/consent");
        await mei.PressAsync("[data-give=UseExternalModel] button");
        await mei.AtAsync("boundaries", "boundary-holdout");
        await mei.PressAsync("button[value=next]", ("Form.Rows[0].Parts[question]", Question), ("Form.Rows[0].Parts[answer]", "I roll back first."));
        using var marked = await mei.PostAsync("/interview/comparison", ("slot", "checker-away"), ("mark", "AsIWould"), ("version", "1"));
        await mei.OpenAsync("/agent");
        await mei.PressAsync("[data-distil]");

        await mei.PressAsync("[data-publish]");

        Assert.Equal(2, await house.PublishedAsync("mei"));
        Assert.NotNull(mei.Page.QuerySelector("[data-finding=Passes]"));
        Assert.Empty(model.Asked);
    }
}
