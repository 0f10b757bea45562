using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SkillDistill.Tests;

namespace SkillDistill.Web.Tests.Interviews;

/// <summary>A model on this machine that says what a test wants, after doing what the test wants done meanwhile.</summary>
public sealed class ScriptedEndpoint : IAsyncDisposable
{
    private ModelEndpoint _endpoint = null!;

    /// <summary>What it says next; null fails with 500.</summary>
    public string? Says { get; set; }

    public Func<Task>? Meanwhile { get; set; }

    /// <summary>Everything that was sent to it.</summary>
    public List<string> Asked { get; } = [];

    public Uri Address => _endpoint.Address;

    public static async Task<ScriptedEndpoint> StartAsync()
    {
        var model = new ScriptedEndpoint();
        model._endpoint = await ModelEndpoint.StartAsync(model.AnswerAsync);
        return model;
    }

    public ValueTask DisposeAsync() => _endpoint.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Asked.Add((await JsonNode.ParseAsync(context.Request.Body))!["messages"]!.ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        if (Meanwhile is { } meanwhile)
        {
            await meanwhile();
        }

        if (Says is not { } words)
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return;
        }

        await ModelEndpoint.SayAsync(context, words);
        await ModelEndpoint.EndAsync(context);
    }
}
