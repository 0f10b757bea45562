using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SkillDistill.Tests;

/// <summary>A server on this machine where OpenAI's chat completion protocol is spoken, by whatever a test wants said.</summary>
internal sealed class ModelEndpoint : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ModelEndpoint(WebApplication app) => _app = app;

    /// <summary>As it is put into the settings.</summary>
    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/v1");

    public static async Task<ModelEndpoint> StartAsync(RequestDelegate respond)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/v1/chat/completions", respond);
        app.MapPost("/openai/v1/chat/completions", respond);
        await app.StartAsync();
        return new ModelEndpoint(app);
    }

    /// <summary>A piece of a streamed answer.</summary>
    public static async Task SayAsync(HttpContext context, string words)
    {
        await SendAsync(context, new JsonObject { ["index"] = 0, ["delta"] = new JsonObject { ["role"] = "assistant", ["content"] = words }, ["finish_reason"] = null }, null);
        await context.Response.Body.FlushAsync();
    }

    /// <summary>What an answer took, as it is said at its end to whoever asked for it.</summary>
    public static Task CountAsync(HttpContext context, int input, int output) =>
        SendAsync(context, null, new JsonObject { ["prompt_tokens"] = input, ["completion_tokens"] = output, ["total_tokens"] = input + output });

    /// <summary>One event of a streamed answer.</summary>
    public static async Task SendAsync(HttpContext context, JsonObject? choice, JsonObject? usage)
    {
        if (!context.Response.HasStarted)
        {
            context.Response.ContentType = "text/event-stream";
        }

        var chunk = new JsonObject { ["id"] = "1", ["object"] = "chat.completion.chunk", ["created"] = 1, ["model"] = "m", ["choices"] = choice is null ? [] : new JsonArray(choice), ["usage"] = usage };
        await context.Response.WriteAsync($"data: {chunk.ToJsonString()}\n\n");
    }

    /// <summary>The end of a streamed answer; without it one was cut.</summary>
    public static async Task EndAsync(HttpContext context)
    {
        await context.Response.WriteAsync("data: [DONE]\n\n");
        await context.Response.Body.FlushAsync();
    }

    /// <summary>The title of the first card that a question came with, or null where it came with none.</summary>
    /// <param name="message">As it was sent, beside the instructions.</param>
    public static string? FirstTitle(string message) =>
        message.Split('\n').FirstOrDefault(line => line.StartsWith("{\"id\":\"c1\"", StringComparison.Ordinal)) is { } card ? (string?)JsonNode.Parse(card.TrimEnd(','))!["title"] : null;

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
