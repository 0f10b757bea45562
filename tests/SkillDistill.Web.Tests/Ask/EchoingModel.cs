using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SkillDistill.Tests;

namespace SkillDistill.Web.Tests.Ask;

/// <summary>A model on this machine that says what a test hands it, keeps all that it was sent, and can be told to recite its instructions.</summary>
public sealed class EchoingModel : IAsyncLifetime
{
    private ModelEndpoint _endpoint = null!;

    public Uri Address => _endpoint.Address;

    /// <summary>What it says, from its instructions and the question's message.</summary>
    internal Func<string, string, string> Says { get; set; } = (_, _) => "";

    internal ConcurrentQueue<string> Received { get; } = new();

    public async Task InitializeAsync() => _endpoint = await ModelEndpoint.StartAsync(AnswerAsync);

    public async Task DisposeAsync() => await _endpoint.DisposeAsync();

    /// <summary>Quotes the title of the first card it was shown, behind some words.</summary>
    internal static string Citing(string words, string message) => $"{words} ⟦c1:\"{ModelEndpoint.FirstTitle(message)}\"⟧";

    private async Task AnswerAsync(HttpContext context)
    {
        var request = await JsonNode.ParseAsync(context.Request.Body);
        Received.Enqueue(request!.ToJsonString());
        var (system, user) = ((string)request["messages"]![0]!["content"]!, (string)request["messages"]![1]!["content"]!);
        foreach (var part in Says(system, user).Chunk(40))
        {
            await ModelEndpoint.SayAsync(context, new string(part));
        }

        await context.Response.WriteAsync("data: [DONE]\n\n");
    }
}
