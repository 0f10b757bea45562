using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SkillDistill.Tests;

/// <summary>A server on this machine where OpenAI's protocols for chat completions and embeddings are spoken, by whatever a test wants said.</summary>
internal sealed class ModelEndpoint : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ModelEndpoint(WebApplication app) => _app = app;

    /// <summary>As it is put into the settings.</summary>
    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/v1");

    /// <param name="encode">What is asked for embeddings; the same where it is left out.</param>
    public static async Task<ModelEndpoint> StartAsync(RequestDelegate respond, RequestDelegate? encode = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/v1/chat/completions", respond);
        app.MapPost("/openai/v1/chat/completions", respond);
        app.MapPost("/v1/embeddings", encode ?? respond);
        app.MapPost("/openai/v1/embeddings", encode ?? respond);
        await app.StartAsync();
        return new ModelEndpoint(app);
    }

    /// <summary>The texts that are to be placed by what they mean.</summary>
    public static async Task<IReadOnlyList<string>> TextsAsync(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!;
        return [.. body["input"]!.AsArray().Select(text => (string)text!)];
    }

    /// <summary>Where the texts lie.</summary>
    /// <param name="asText">Whether as numbers, or as their bytes in base 64, which the client asks for and not every server knows.</param>
    public static Task PlaceAsync(HttpContext context, IReadOnlyList<float[]> points, bool asText = true)
    {
        var data = points.Select((point, index) => (JsonNode)new JsonObject
        {
            ["object"] = "embedding",
            ["index"] = index,
            ["embedding"] = asText ? new JsonArray([.. point.Select(number => (JsonNode)number)]) : Convert.ToBase64String(MemoryMarshal.AsBytes<float>(point)),
        });
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(new JsonObject { ["object"] = "list", ["data"] = new JsonArray([.. data]), ["model"] = "m", ["usage"] = new JsonObject { ["prompt_tokens"] = 1, ["total_tokens"] = 1 } }.ToJsonString());
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
