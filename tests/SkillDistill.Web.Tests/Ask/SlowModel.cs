using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SkillDistill.Tests;

namespace SkillDistill.Web.Tests.Ask;

/// <summary>A model on this machine that says, after its first sentence, a word a tenth of a second, for a minute.</summary>
public sealed class SlowModel : IAsyncLifetime
{
    private ModelEndpoint _endpoint = null!;

    public Uri Address => _endpoint.Address;

    public async Task InitializeAsync() => _endpoint = await ModelEndpoint.StartAsync(AnswerAsync);

    public async Task DisposeAsync() => await _endpoint.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context)
    {
        var request = await JsonNode.ParseAsync(context.Request.Body);
        var words = ModelEndpoint.FirstTitle((string)request!["messages"]![1]!["content"]!)!.TrimEnd('.', '?');
        await ModelEndpoint.SayAsync(context, $"Roll back: {words} ⟦c1:\"{words}\"⟧. ");
        for (var word = 0; word < 600 && !context.RequestAborted.IsCancellationRequested; word++)
        {
            await ModelEndpoint.SayAsync(context, "and ");
            await Task.Delay(100);
        }
    }
}
