using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SkillDistill.Web.Tests.Ask;

/// <summary>A model on this machine that speaks the real protocol and after its first sentence, a word a tenth of a second, for a minute.</summary>
public sealed class SlowModel : IAsyncLifetime
{
    private WebApplication _app = null!;

    public Uri Address { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/v1/chat/completions", AnswerAsync);
        await _app.StartAsync();
        Address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/v1");
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context)
    {
        var request = await JsonNode.ParseAsync(context.Request.Body);
        var card = JsonNode.Parse(((string)request!["messages"]![1]!["content"]!).Split('\n').First(line => line.StartsWith("{\"id\":\"c1\"", StringComparison.Ordinal)).TrimEnd(','))!;
        var words = ((string)card["title"]!).TrimEnd('.', '?');
        context.Response.ContentType = "text/event-stream";
        await SayAsync(context, $"Roll back: {words} ⟦c1:\"{words}\"⟧. ");
        for (var word = 0; word < 600 && !context.RequestAborted.IsCancellationRequested; word++)
        {
            await SayAsync(context, "and ");
            await Task.Delay(100);
        }
    }

    private static async Task SayAsync(HttpContext context, string words)
    {
        var choice = new JsonObject { ["index"] = 0, ["delta"] = new JsonObject { ["role"] = "assistant", ["content"] = words }, ["finish_reason"] = null };
        var chunk = new JsonObject { ["id"] = "1", ["object"] = "chat.completion.chunk", ["created"] = 1, ["model"] = "m", ["choices"] = new JsonArray(choice) };
        await context.Response.WriteAsync($"data: {chunk.ToJsonString()}\n\n");
        await context.Response.Body.FlushAsync();
    }
}

public sealed class HouseWithModelAt(House? first, Uri model) : House(first)
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Models:Provider", "OpenAI");
        builder.UseSetting("Models:Endpoint", model.ToString());
        builder.UseSetting("Models:Model", "local-model");
    }
}
