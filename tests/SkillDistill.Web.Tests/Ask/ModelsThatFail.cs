using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Conversations;

namespace SkillDistill.Web.Tests.Ask;

/// <summary>Through the whole product, over the real protocol: whatever the endpoint does, the answer comes to an end, in time, with what had arrived.</summary>
public sealed class ModelsThatFail
{
    private const int Whole = 4;
    private const int Stall = 2;

    /// <summary>Where it is not about time: a second attempt a second later comes too late for two on a machine under load.</summary>
    private const int Patient = 20;

    /// <summary>The rules are one second after the time, and one second for stopping; a machine under load may need a little longer to be noticed.</summary>
    private static readonly TimeSpan Load = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan InTime = TimeSpan.FromSeconds(Whole + 1) + Load;

    private static readonly Dictionary<string, Func<FaultyModel, HttpContext, Task>> Faults = new()
    {
        ["401"] = FaultyModel.Status(401),
        ["404"] = FaultyModel.Status(404),
        ["429 with a long Retry-After"] = FaultyModel.Status(429, "60"),
        ["500"] = FaultyModel.Status(500),
        ["silent"] = FaultyModel.SilentAsync,
        ["silent after headers"] = FaultyModel.SilentAfterHeadersAsync,
        ["malformed"] = FaultyModel.MalformedAsync,
        ["an endless line"] = FaultyModel.EndlessLineAsync,
        ["a web page"] = FaultyModel.WebPageAsync,
        ["empty"] = FaultyModel.EmptyAsync,
        ["silent after the first sentence"] = FaultyModel.SilentAfterFirstSentenceAsync,
        ["cut inside a letter"] = FaultyModel.CutInsideLetterAsync,
        ["ended inside a letter"] = FaultyModel.EndInsideLetterAsync,
        ["malformed after the first sentence"] = FaultyModel.MalformedAfterFirstSentenceAsync,
        ["an endless drip"] = FaultyModel.EndlessDripAsync,
    };

    /// <summary>What fails, how often it is asked (after a 404 once more without a function), and what the asker is told.</summary>
    [Theory]
    [InlineData("401", 1, "The model did not answer.")]
    [InlineData("404", 2, "The model did not answer.")]
    [InlineData("429 with a long Retry-After", 1, "is being asked too much")]
    [InlineData("500", 3, "The model did not answer.")]
    [InlineData("silent", 1, "The model did not answer.")]
    [InlineData("silent after headers", 1, "The model did not answer.")]
    [InlineData("malformed", 1, "The model did not answer.")]
    [InlineData("an endless line", 1, "The model did not answer.")]
    [InlineData("a web page", 1, "The model did not answer.")]
    [InlineData("empty", 1, "The model did not answer.")]
    public async Task Where_nothing_arrives_the_built_in_answerer_stands_in_and_says_so(string fault, int asked, string told)
    {
        await using var model = await FaultyModel.StartAsync(Faults[fault], isWatched: true);
        // What is asked again needs time to wait in between.
        using var house = Installed(model, stall: asked > 1 ? Whole : Stall);

        using var running = await AskAsync(house, model);
        var stream = await running.ToEndAsync();

        Assert.True(model.Elapsed < InTime, $"It took {model.Elapsed.TotalSeconds:0.0} s.");
        Assert.Contains("event: end", stream, StringComparison.Ordinal);
        Assert.Equal(asked, model.Asked);
        await ReloadAsync(running);
        Assert.Null(running.Asker.Page.QuerySelector("[data-waiting]"));
        Assert.Contains(told, running.Asker.Shown("[data-stand-in]"), StringComparison.Ordinal);
        Assert.Contains("put together by the built-in answerer", running.Asker.Shown("[data-stand-in]"), StringComparison.Ordinal);
        Assert.DoesNotContain("you sent", running.Asker.Text, StringComparison.Ordinal);
        Assert.Equal(("BuiltIn", TurnState.Answered), await TurnAsync(house, turn => (turn.Model, turn.State)));
    }

    [Theory]
    [InlineData("silent after the first sentence")]
    [InlineData("cut inside a letter")]
    [InlineData("ended inside a letter")]
    [InlineData("malformed after the first sentence")]
    [InlineData("an endless drip")]
    public async Task What_arrived_is_kept_and_said_to_be_cut(string fault)
    {
        await using var model = await FaultyModel.StartAsync(Faults[fault], isWatched: true);
        using var house = Installed(model);

        using var running = await AskAsync(house, model);
        await running.UntilAsync("Roll back");
        model.GoOn.SetResult();
        var stream = await running.ToEndAsync();

        Assert.True(model.Elapsed < InTime, $"It took {model.Elapsed.TotalSeconds:0.0} s.");
        Assert.Contains("event: end", stream, StringComparison.Ordinal);
        await ReloadAsync(running);
        Assert.Null(running.Asker.Page.QuerySelector("[data-waiting]"));
        Assert.Null(running.Asker.Page.QuerySelector("[data-stand-in]"));
        Assert.Contains(model.FirstSentence, running.Asker.Shown("[data-answer]"), StringComparison.Ordinal);
        Assert.Contains("The answer broke off here.", running.Asker.Shown("[data-answer]"), StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', running.Asker.Shown("[data-answer]"));
        Assert.Equal(("local-model", 1), (await TurnAsync(house, turn => turn.Model), model.Asked));
    }

    [Fact]
    public async Task An_answer_without_end_is_read_up_to_the_limit_and_kept()
    {
        await using var model = await FaultyModel.StartAsync(FaultyModel.EndlessWordsAsync, isWatched: true);
        using var house = Installed(model);

        using var running = await AskAsync(house, model);
        await running.ToEndAsync();

        Assert.True(model.Elapsed < InTime, $"It took {model.Elapsed.TotalSeconds:0.0} s.");
        var length = await TurnAsync(house, turn => turn.AnswerText.Length);
        Assert.InRange(length, 1000, 30_000);
    }

    [Theory]
    [InlineData(429, "1")]
    [InlineData(500, null)]
    [InlineData(503, null)]
    public async Task A_passing_failure_before_the_first_word_is_tried_again_no_sooner_than_asked(int status, string? retryAfter)
    {
        await using var model = await FaultyModel.StartAsync(FaultyModel.Status(status, retryAfter), times: 1, isWatched: true);
        using var house = Installed(model, Patient, Patient);

        using var running = await AskAsync(house, model);
        await running.ToEndAsync();

        Assert.Equal(2, model.Asked);
        Assert.True(retryAfter is null || model.Elapsed >= TimeSpan.FromSeconds(1), "It was tried again sooner than the endpoint asked for.");
        Assert.Equal(("local-model", null), await TurnAsync(house, turn => (turn.Model, turn.StandIn)));
    }

    [Fact]
    public async Task A_model_that_keeps_failing_is_left_alone_and_the_built_in_answerer_answers_at_once()
    {
        await using var model = await FaultyModel.StartAsync(FaultyModel.Status(401), isWatched: true);
        using var house = Installed(model);
        using var running = await AskAsync(house, model);
        await running.ToEndAsync();
        for (var further = 0; further < 4; further++)
        {
            await AskOnAsync(running.Asker);
        }

        var before = model.Asked;
        await AskOnAsync(running.Asker);

        Assert.Equal((4, 4), (before, model.Asked));
        Assert.Equal(6, running.Asker.Page.QuerySelectorAll("[data-stand-in]").Length);
    }

    [Fact]
    public async Task A_reader_who_reloads_sees_what_was_said_and_the_rest()
    {
        await using var model = await FaultyModel.StartAsync(FaultyModel.InTwoPartsAsync, isWatched: true);
        using var house = Installed(model);
        string conversation;
        using (var left = await AskAsync(house, model))
        {
            await left.UntilAsync("Roll back");
            conversation = left.Asker.Location;
        }

        var asker = await house.SignedInAsync("tunde");
        await asker.OpenAsync(conversation);
        using var back = await SlowAnswer.OpenAsync(asker);
        await back.UntilAsync("Roll back");
        model.GoOn.SetResult();
        await back.UntilAsync("The second part came later");
        await back.ToEndAsync();

        await asker.OpenAsync(conversation);
        Assert.Contains(model.FirstSentence, asker.Shown("[data-answer]"), StringComparison.Ordinal);
        Assert.Contains("The second part came later", asker.Shown("[data-answer]"), StringComparison.Ordinal);
        Assert.Null(asker.Page.QuerySelector("[data-waiting]"));
        Assert.Equal(1, model.Asked);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stop_works_within_a_second_and_keeps_what_arrived(bool hasBegun)
    {
        await using var model = await FaultyModel.StartAsync(hasBegun ? FaultyModel.SilentAfterFirstSentenceAsync : FaultyModel.SilentAsync, isWatched: true);
        using var house = Installed(model, whole: 60, stall: 60);
        using var running = await AskAsync(house, model);
        if (hasBegun)
        {
            await running.UntilAsync("Roll back");
        }

        var conversation = running.Asker.Location;
        var stopped = Stopwatch.StartNew();
        var pressed = running.Asker.PressAsync("[data-waiting] button");
        await running.ToEndAsync();

        Assert.True(stopped.Elapsed < TimeSpan.FromSeconds(1) + Load, $"It took {stopped.Elapsed.TotalSeconds:0.00} s.");
        await pressed;
        await running.Asker.OpenAsync(conversation);
        Assert.Null(running.Asker.Page.QuerySelector("[data-waiting]"));
        Assert.True(running.Asker.Text.Contains("You stopped this answer", StringComparison.Ordinal), running.Asker.Text);
        Assert.Equal(hasBegun, running.Asker.Shown("[data-answer]").Contains("Roll back", StringComparison.Ordinal));
        Assert.Equal(TurnState.Stopped, await TurnAsync(house, turn => turn.State));
        Assert.Equal((true, true), await TurnAsync(house, turn => (turn.InputTokens > 0, turn.IsEstimated)));
    }

    private static HouseWithModelAt Installed(FaultyModel model, int whole = Whole, int stall = Stall) =>
        new(null, model.Address, ("Models:ApiKey", FaultyModel.Key), ("Models:TimeoutSeconds", $"{whole}"), ("Models:StallSeconds", $"{stall}"));

    private static async Task<SlowAnswer> AskAsync(HouseWithModelAt house, FaultyModel model)
    {
        await house.AgreeToModelAsync("mei");
        var tunde = await house.SignedInAsync("tunde");
        await tunde.OpenAsync(await house.AgentPathAsync("mei"));
        await tunde.PressAsync("form[data-ask] button", ("Question", "When do you roll back and when do you look for the cause first?"), ("Live", "true"));
        var answer = await SlowAnswer.OpenAsync(tunde);
        model.Watched.SetResult();
        return answer;
    }

    private static async Task AskOnAsync(Visitor asker)
    {
        await ReloadAsync(asker);
        await asker.PressAsync("form[data-ask] button", ("Question", "When do you roll back and when do you look for the cause first?"));
    }

    private static Task ReloadAsync(SlowAnswer running) => ReloadAsync(running.Asker);

    private static async Task ReloadAsync(Visitor asker) => await asker.OpenAsync(asker.Location.Split('#')[0]);

    private static Task<T> TurnAsync<T>(HouseWithModelAt house, Func<Turn, T> what) => house.InStoreAsync(async db => what(await db.Turns.AsNoTracking().SingleAsync()));
}
