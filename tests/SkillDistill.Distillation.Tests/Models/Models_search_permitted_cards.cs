using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SkillDistill.Distillation.Answering;
using SkillDistill.Distillation.Models;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Profiles;
using SkillDistill.Tests;

namespace SkillDistill.Distillation.Tests.Models;

/// <summary>A model may look for further cards among those the asker may see, through the real connector and the real protocol.</summary>
public sealed class Models_search_permitted_cards : IAsyncLifetime
{
    private const string Question = "How do I restart the export worker?";
    private const string OfRestart = "Drain the queue first. ⟦c1:\"Drain the queue\"⟧";
    private const string OfBackups = "Compare row counts before you switch over. ⟦c2:\"compare row counts before switching over\"⟧";

    private readonly List<JsonObject> _asked = [];
    private ModelEndpoint _endpoint = null!;
    private Func<JsonObject, Said> _says = _ => new Said(OfRestart);

    public async Task InitializeAsync() => _endpoint = await ModelEndpoint.StartAsync(AnswerAsync);

    public async Task DisposeAsync() => await _endpoint.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_it_finds_travels_from_then_on_and_can_be_cited(bool streaming)
    {
        _says = request => Results(request).Count == 0 ? Said.Searching("restoring a backup") : new Said(OfBackups);

        var answer = await AnswerAsync(Given.All, streaming);

        Assert.Equal(("Compare row counts before you switch over. [1]", "test-model"), (answer.Text, answer.Model));
        Assert.Equal(Given.Backups.RevisionId, Assert.Single(answer.Citations).RevisionId);
        Assert.Equal("search_cards", (string?)_asked[0]["tools"]!.AsArray().Single()!["function"]!["name"]);
        var found = JsonNode.Parse(Assert.Single(Results(_asked[1])))!.AsArray();
        Assert.Equal(("c2", Given.Backups.Text.Title), ((string?)found[0]!["id"], (string?)found[0]!["title"]));
    }

    [Fact]
    public async Task Nothing_beyond_the_cards_of_the_brief_is_found()
    {
        _says = request => Results(request).Count == 0 ? Said.Searching("never send production credentials by chat") : new Said(OfRestart);

        var answer = await AnswerAsync([Given.Restart, Given.Backups]);

        Assert.Equal("test-model", answer.Model);
        Assert.Equal("[]", Assert.Single(Results(_asked[1])));
        Assert.DoesNotContain("credentials", string.Concat(Results(_asked[1])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_warning_that_was_found_lowers_the_verdict_like_any_other()
    {
        var flag = Given.Card(new CardText { Kind = CardKind.RedFlag, Title = "Overnight batch", Action = "Never touch anything while the overnight batch runs." });
        _says = request => Results(request).Count == 0
            ? Said.Searching("overnight batch")
            : new Said("Never touch anything while the overnight batch runs. ⟦c2:\"Never touch anything while the overnight batch runs\"⟧");

        var answer = await AnswerAsync([Given.Restart, flag]);

        Assert.Equal((Verdict.JudgementCall, "test-model"), (answer.Verdict, answer.Model));
    }

    [Theory]
    [InlineData("delete_cards", "{\"query\":\"backup\"}")]
    [InlineData("search_cards", "{\"query\":")]
    [InlineData("search_cards", "{\"words\":\"backup\"}")]
    [InlineData("search_cards", "{\"query\":{\"$ne\":null}}")]
    public async Task A_wish_for_anything_else_finds_nothing_and_harms_nothing(string function, string arguments)
    {
        _says = request => Results(request).Count == 0 ? new Said("", function, arguments) : new Said(OfRestart);

        var answer = await AnswerAsync(Given.All);

        Assert.Equal(("Drain the queue first. [1]", "test-model"), (answer.Text, answer.Model));
        Assert.Equal("[]", Assert.Single(Results(_asked[1])));
    }

    [Fact]
    public async Task One_that_only_searches_is_asked_three_times_and_the_built_in_answerer_takes_over()
    {
        _says = _ => Said.Searching("backup");

        var answer = await AnswerAsync(Given.All);

        Assert.Equal(("BuiltIn", StandIn.ModelFailed, 3), (answer.Model, answer.StandIn, _asked.Count));
        Assert.Equal("none", (string?)_asked[2]["tool_choice"]);
    }

    [Fact]
    public async Task What_it_takes_is_counted_over_all_rounds()
    {
        _says = request => Results(request).Count == 0 ? Said.Searching("restoring a backup") : new Said(OfBackups);
        var meter = new TokenMeter();

        await AnswerAsync(Given.All, meter: meter);

        Assert.Equal((20, 4, false), (meter.Used!.Input, meter.Used.Output, meter.Used.IsEstimated));
    }

    [Fact]
    public async Task An_endpoint_that_takes_no_functions_is_asked_without_and_from_then_on_always()
    {
        _says = request => request.ContainsKey("tools") ? new Said("") { Status = 400 } : new Said(OfRestart);
        await using var provider = Provider(streaming: true);

        var first = await AnswerAsync(provider, Given.All);
        var second = await AnswerAsync(provider, Given.All);

        Assert.Equal(("test-model", "test-model"), (first.Model, second.Model));
        Assert.Equal([true, false, false], _asked.Select(request => request.ContainsKey("tools")));
    }

    [Fact]
    public async Task Where_it_is_switched_off_nothing_is_offered()
    {
        await using var provider = Provider(streaming: true, ("Models:SearchesCards", "false"));

        await AnswerAsync(provider, Given.All);

        Assert.False(Assert.Single(_asked).ContainsKey("tools"));
    }

    private static List<string> Results(JsonObject request) => [.. request["messages"]!.AsArray().Where(message => (string?)message!["role"] == "tool").Select(message => (string)message!["content"]!)];

    private static Task<Answer> AnswerAsync(ServiceProvider provider, IReadOnlyList<CardMaterial> cards) => provider.GetRequiredService<AnswerQuestion>().AnswerOfAsync(Given.Brief(Question, cards));

    private async Task<Answer> AnswerAsync(IReadOnlyList<CardMaterial> cards, bool streaming = true, TokenMeter? meter = null)
    {
        await using var provider = Provider(streaming);
        return await provider.GetRequiredService<AnswerQuestion>().WholeAsync(Given.Brief(Question, cards), meter);
    }

    private ServiceProvider Provider(bool streaming, params IEnumerable<(string Name, string Value)> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)))
        {
            ["Models:Provider"] = "OpenAI",
            ["Models:Endpoint"] = _endpoint.Address.ToString(),
            ["Models:ApiKey"] = "key-for-tests",
            ["Models:Model"] = "test-model",
            ["Models:Streaming"] = streaming.ToString(),
        }).Build();
        return new ServiceCollection().AddLogging().AddMemoryCache().AddDistillation(configuration).BuildServiceProvider();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var request = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        _asked.Add(request);
        var said = _says(request);
        context.Response.StatusCode = said.Status;
        if (said.Status != StatusCodes.Status200OK)
        {
            return;
        }

        var usage = new JsonObject { ["prompt_tokens"] = 10, ["completion_tokens"] = 2, ["total_tokens"] = 12 };
        if ((bool?)request["stream"] == true)
        {
            await ModelEndpoint.SendAsync(context, Choice("delta", said), null);
            await ModelEndpoint.SendAsync(context, null, usage);
            await ModelEndpoint.EndAsync(context);
            return;
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(new JsonObject { ["id"] = "1", ["object"] = "chat.completion", ["created"] = 1, ["model"] = "m", ["choices"] = new JsonArray(Choice("message", said)), ["usage"] = usage }.ToJsonString());
    }

    private static JsonObject Choice(string name, Said said)
    {
        var message = new JsonObject { ["role"] = "assistant", ["content"] = said.Function is null ? said.Words : null };
        if (said.Function is not null)
        {
            message["tool_calls"] = new JsonArray(new JsonObject { ["index"] = 0, ["id"] = "call-1", ["type"] = "function", ["function"] = new JsonObject { ["name"] = said.Function, ["arguments"] = said.Arguments } });
        }

        return new JsonObject { ["index"] = 0, [name] = message, ["finish_reason"] = said.Function is null ? "stop" : "tool_calls" };
    }

    private sealed record Said(string Words, string? Function = null, string Arguments = "")
    {
        public int Status { get; init; } = StatusCodes.Status200OK;

        public static Said Searching(string query) => new("", "search_cards", new JsonObject { ["query"] = query }.ToJsonString());
    }
}
