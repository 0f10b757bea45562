using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SkillDistill.Web.Tests.Interviews;

/// <summary>A model on this machine that speaks the real protocol and says what a test wants, after doing what the test wants done meanwhile.</summary>
public sealed class ScriptedEndpoint : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ScriptedEndpoint(WebApplication app) => _app = app;

    /// <summary>What it says next; null fails with 500.</summary>
    public string? Says { get; set; }

    public Func<Task>? Meanwhile { get; set; }

    /// <summary>Everything that was sent to it.</summary>
    public List<string> Asked { get; } = [];

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/v1");

    public static async Task<ScriptedEndpoint> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var endpoint = new ScriptedEndpoint(builder.Build());
        endpoint._app.MapPost("/v1/chat/completions", endpoint.AnswerAsync);
        await endpoint._app.StartAsync();
        return endpoint;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Asked.Add((await JsonNode.ParseAsync(context.Request.Body))!["messages"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        if (Meanwhile is { } meanwhile)
        {
            await meanwhile();
        }

        if (Says is not { } words)
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return;
        }

        context.Response.ContentType = "text/event-stream";
        var choice = new JsonObject { ["index"] = 0, ["delta"] = new JsonObject { ["role"] = "assistant", ["content"] = words }, ["finish_reason"] = null };
        var chunk = new JsonObject { ["id"] = "1", ["object"] = "chat.completion.chunk", ["created"] = 1, ["model"] = "m", ["choices"] = new JsonArray(choice) };
        await context.Response.WriteAsync($"data: {chunk.ToJsonString()}\n\ndata: [DONE]\n\n");
    }
}
