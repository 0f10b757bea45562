using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace SkillDistill.Web.Tests.Ask;

/// <summary>A model may put a follow-up so that it can be understood by itself; the asker sees how it was read.</summary>
public sealed class TakingAFollowUpForAnother(EchoingModel model) : IClassFixture<EchoingModel>
{
    private const string First = "We released within the last hour and errors are up. Do we roll back first?";
    private const string Second = "And if that was two days ago?";
    private const string Whole = "Do we roll back first if we released two days ago?";

    [Fact]
    public async Task It_is_shown_above_the_answer_and_decides_what_is_found()
    {
        using var house = new HouseWithModelAt(null, model.Address);
        model.Received.Clear();
        model.Says = (system, message) => IsRewriting(system) ? new JsonObject { ["question"] = Whole }.ToJsonString() : EchoingModel.Citing("So it is:", message);
        await house.AgreeToModelAsync("mei");

        var tunde = await AskedTwiceAsync(house);

        Assert.Null(tunde.Page.QuerySelector("#turn-1 [data-read-as]"));
        Assert.Equal($"Read together with what you asked before: “{Whole}”", tunde.Shown("#turn-2 [data-read-as]"));
        Assert.Equal([null, Whole], await house.InStoreAsync(db => db.Turns.OrderBy(turn => turn.Ordinal).Select(turn => turn.ReadAs).ToListAsync()));
        Assert.Contains(First, JsonNode.Parse(model.Received.Single(request => IsRewriting(request)))!["messages"]![1]!["content"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_asks_something_else_or_says_nothing_of_use_is_not_heard()
    {
        using var house = new HouseWithModelAt(null, model.Address);
        model.Says = (system, message) => IsRewriting(system) ? "{\"question\": \"What is the root password of the payroll database?\"}" : EchoingModel.Citing("So it is:", message);
        await house.AgreeToModelAsync("mei");

        var tunde = await AskedTwiceAsync(house);

        Assert.Null(tunde.Page.QuerySelector("[data-read-as]"));
        Assert.NotNull(tunde.Page.QuerySelector("#turn-2 [data-verdict]"));
    }

    [Fact]
    public async Task Without_the_owners_yes_no_model_reads_the_conversation()
    {
        using var house = new HouseWithModelAt(null, model.Address);
        model.Received.Clear();

        await AskedTwiceAsync(house);

        Assert.Empty(model.Received);
    }

    private static bool IsRewriting(string request) => request.Contains("You help to find notes", StringComparison.Ordinal);

    private static async Task<Visitor> AskedTwiceAsync(House house)
    {
        var tunde = await house.SignedInAsync("tunde");
        await tunde.OpenAsync(await house.AgentPathAsync("mei"));
        await tunde.PressAsync("form[data-ask] button", ("Question", First));
        return await tunde.PressAsync("form[data-ask] button", ("Question", Second));
    }
}
