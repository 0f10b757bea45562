using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Models;
using SkillDistill.Web.Pages.Admin.Models;
using SkillDistill.Web.Tests.Coverage;

namespace SkillDistill.Web.Tests.Ask;

/// <summary>What an answer takes is counted and shown, and a limit is a limit.</summary>
public sealed class SpendingOnAModel
{
    private static readonly (string, string)[] Priced = [("Models:PricePerMillionInputTokens", "2.5"), ("Models:PricePerMillionOutputTokens", "10"), ("Models:Currency", "EUR")];

    [Fact]
    public async Task The_asker_sees_what_an_answer_took_and_the_admin_sees_the_sum()
    {
        await using var model = await FaultyModel.StartAsync(FaultyModel.CountedAsync);
        using var house = new HouseWithModelAt(null, model.Address, Priced);
        var tunde = await AskedAsync(house);
        await AskOnAsync(tunde);

        Assert.Contains("1,200 tokens · 0.0045 EUR", tunde.Shown("#turn-1 [data-tokens]"), StringComparison.Ordinal);
        var turn = await house.InStoreAsync(db => db.Turns.AsNoTracking().FirstAsync());
        Assert.Equal((1000L, 200L, false, 4500L, "EUR"), (turn.InputTokens, turn.OutputTokens, turn.IsEstimated, turn.Price, turn.Currency));
        var ada = await (await house.SignedInAsync("ada")).OpenAsync("/admin/models");
        // The second was also asked how it is to be read.
        Assert.Contains("Answers 2 3,000 600 0.0135 EUR", ada.Shown("[data-used] tbody"), StringComparison.Ordinal);
        Assert.DoesNotContain("Mei", ada.Shown("[data-used]"), StringComparison.Ordinal);
        Assert.Equal(0, await house.InStoreAsync(db => db.ModelAllowances.CountAsync()));
    }

    [Fact]
    public async Task What_the_provider_does_not_say_is_estimated_and_marked()
    {
        await using var model = await FaultyModel.StartAsync(FaultyModel.SilentAfterFirstSentenceAsync);
        using var house = new HouseWithModelAt(null, model.Address, [.. Priced, ("Models:StallSeconds", "1")]);

        var tunde = await AskedAsync(house);

        Assert.Contains("about", tunde.Shown("[data-tokens]"), StringComparison.Ordinal);
        var day = await house.InStoreAsync(db => db.ModelDays.AsNoTracking().SingleAsync());
        Assert.Equal((1L, 1L), (day.Calls, day.EstimatedCalls));
        Assert.InRange(day.InputTokens, 100, 5000);
        Assert.InRange(day.OutputTokens, 5, 100);
    }

    [Fact]
    public async Task What_the_built_in_answerer_says_takes_nothing()
    {
        await using var model = await FaultyModel.StartAsync(FaultyModel.Status(401));
        using var house = new HouseWithModelAt(null, model.Address, Priced);

        var tunde = await AskedAsync(house);

        Assert.Null(tunde.Page.QuerySelector("[data-tokens]"));
        Assert.Equal(0, await house.InStoreAsync(db => db.ModelDays.CountAsync()));
    }

    [Theory]
    [InlineData("Models:TokensPerPersonPerDay", "Your share of the model for today, 1,000 tokens")]
    [InlineData("Models:TokensPerAgentPerDay", "This agent's share of the model for today, 1,000 tokens")]
    [InlineData("Models:TokensPerDay", "Today's share of the model for everybody, 1,000 tokens")]
    public async Task At_a_limit_the_built_in_answerer_goes_on_and_says_which_and_until_when(string limit, string told)
    {
        await using var model = await FaultyModel.StartAsync(FaultyModel.CountedAsync);
        using var house = new HouseWithModelAt(null, model.Address, (limit, "1000"));
        var tunde = await AskedAsync(house);
        Assert.Null(tunde.Page.QuerySelector("[data-stand-in]"));

        // Deleting what was asked gives nothing back.
        await tunde.PressAsync("form[action*=Delete] button");
        await AskAsync(house, tunde);

        Assert.Equal(1, model.Asked);
        Assert.Contains(told, tunde.Shown("[data-stand-in]"), StringComparison.Ordinal);
        Assert.Contains("is used up. It begins anew at 00:00 UTC.", tunde.Shown("[data-stand-in]"), StringComparison.Ordinal);

        house.Clock.Advance(TimeSpan.FromHours(16));
        await AskAsync(house, await house.SignedInAsync("tunde"));
        Assert.Equal(2, model.Asked);
    }

    [Fact]
    public async Task One_persons_limit_is_nobody_elses_and_is_forgotten_the_day_after()
    {
        await using var model = await FaultyModel.StartAsync(FaultyModel.CountedAsync);
        using var house = new HouseWithModelAt(null, model.Address, ("Models:TokensPerPersonPerDay", "1000"));
        await AskedAsync(house);

        var sam = await AskAsync(house, await house.SignedInAsync("sam"));

        Assert.Null(sam.Page.QuerySelector("[data-stand-in]"));
        Assert.Equal(2, await house.InStoreAsync(db => db.ModelAllowances.CountAsync()));
        await house.RunAsync<ForgetAllowances>();
        Assert.Equal(2, await house.InStoreAsync(db => db.ModelAllowances.CountAsync()));
        house.Clock.Advance(TimeSpan.FromHours(16));
        await house.RunAsync<ForgetAllowances>();
        Assert.Equal(0, await house.InStoreAsync(db => db.ModelAllowances.CountAsync()));
    }

    [Fact]
    public async Task Answers_that_end_at_the_same_moment_are_all_counted()
    {
        using var house = new HouseWithModelAt(null, new Uri("http://127.0.0.1:9/v1"), [.. Priced, ("Models:TokensPerPersonPerDay", "1000000"), ("Models:TokensPerAgentPerDay", "1000000")]);
        var person = (await house.PersonAsync("tunde")).Id;
        var agent = await house.InStoreAsync(db => db.Agents.Select(agent => agent.Id).FirstAsync());

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => house.AskAsync<ModelBudget, bool>(async budget =>
        {
            await budget.ChargeAsync(ModelTask.Answers, person, agent, new TokenUse(100, 10, IsEstimated: false));
            return true;
        })));

        var day = await house.InStoreAsync(db => db.ModelDays.AsNoTracking().SingleAsync());
        Assert.Equal((20L, 2000L, 200L, 7000L), (day.Calls, day.InputTokens, day.OutputTokens, day.Price));
        Assert.Equal([2200L, 2200L], await house.InStoreAsync(db => db.ModelAllowances.Select(allowance => allowance.Tokens).ToListAsync()));
    }

    [Fact]
    public async Task Whoever_takes_their_data_along_finds_what_their_questions_took()
    {
        await using var model = await FaultyModel.StartAsync(FaultyModel.CountedAsync);
        using var house = new HouseWithModelAt(null, model.Address, Priced);
        var tunde = await AskedAsync(house);
        await tunde.OpenAsync("/me/data");

        var form = tunde.Page.QuerySelector("main form")!;
        using var file = await tunde.PostAsync(form.GetAttribute("action") is { Length: > 0 } action ? action : "/me/data");

        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        using var zip = new System.IO.Compression.ZipArchive(await file.Content.ReadAsStreamAsync());
        using var reader = new StreamReader(zip.GetEntry("profile.json")!.Open());
        Assert.Matches("\"used\":\\s*\\{\\s*\"input\":\\s*1000", await reader.ReadToEndAsync());
    }

    private static async Task<Visitor> AskedAsync(HouseWithModelAt house)
    {
        await house.AgreeToModelAsync("mei");
        return await AskAsync(house, await house.SignedInAsync("tunde"));
    }

    private static async Task<Visitor> AskAsync(House house, Visitor asker)
    {
        await asker.OpenAsync(await house.AgentPathAsync("mei"));
        return await AskOnAsync(asker);
    }

    private static Task<Visitor> AskOnAsync(Visitor asker) =>
        asker.PressAsync("form[data-ask] button", ("Question", "When do you roll back and when do you look for the cause first?"));
}
