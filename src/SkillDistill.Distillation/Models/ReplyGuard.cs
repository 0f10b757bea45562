using System.Net.Http.Headers;

namespace SkillDistill.Distillation.Models;

/// <summary>
/// Lets through only what can be a reply of the protocol, and only so much of it. What stands in a refusal is not read at all: providers repeat there
/// what was sent to them.
/// </summary>
internal sealed class ReplyGuard : DelegatingHandler
{
    private static readonly string[] Spoken = ["text/event-stream", "application/json"];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var reply = await base.SendAsync(request, cancellationToken);
        var sent = reply.Content;
        if (!reply.IsSuccessStatusCode)
        {
            reply.Content = new ByteArrayContent([]);
            sent.Dispose();
            return reply;
        }

        var type = sent.Headers.ContentType?.MediaType;
        if (!Spoken.Contains(type, StringComparer.OrdinalIgnoreCase))
        {
            reply.Dispose();
            throw new NotTheProtocolException();
        }

        var guarded = new ReplyStream(await sent.ReadAsStreamAsync(cancellationToken), isEvents: type!.Equals(Spoken[0], StringComparison.OrdinalIgnoreCase));
        reply.Content = new StreamContent(guarded);
        reply.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return reply;
    }
}

/// <summary>What answered does not speak the protocol, or never ends.</summary>
internal sealed class NotTheProtocolException() : Exception("The reply is not one of the chat completion protocol.");
