using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SkillDistill.Tests;

namespace SkillDistill.Web.Tests.Ask;

/// <summary>A model on this machine that speaks the real protocol and fails in the way a test wants.</summary>
internal sealed class FaultyModel : IAsyncDisposable
{
    public const string Key = "key-of-this-test";

    /// <summary>How it fails, and how often in a row; after that it answers.</summary>
    private readonly Func<FaultyModel, HttpContext, Task> _fault;
    private readonly int _times;
    private ModelEndpoint _endpoint = null!;
    private long _firstAsked;
    private int _asked;

    private FaultyModel(Func<FaultyModel, HttpContext, Task> fault, int times) => (_fault, _times) = (fault, times);

    public Uri Address => _endpoint.Address;

    /// <summary>How often it was asked.</summary>
    public int Asked => _asked;

    /// <summary>Since it was first asked.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_firstAsked);

    /// <summary>What it says first of all, with the card it takes that from.</summary>
    public string FirstSentence { get; private set; } = "";

    /// <summary>Before this it does nothing at all; a test that watches the answer come sets it when it does.</summary>
    public TaskCompletionSource Watched { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What it says next, once it is let.</summary>
    public TaskCompletionSource GoOn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="isWatched">Whether it waits for <see cref="Watched"/>.</param>
    public static async Task<FaultyModel> StartAsync(Func<FaultyModel, HttpContext, Task> fault, int times = int.MaxValue, bool isWatched = false)
    {
        var model = new FaultyModel(fault, times);
        if (!isWatched)
        {
            model.Watched.SetResult();
        }

        model._endpoint = await ModelEndpoint.StartAsync(model.AnswerAsync);
        return model;
    }

    public static Func<FaultyModel, HttpContext, Task> Status(int status, string? retryAfter = null) => async (_, context) =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.RetryAfter = retryAfter;
        await context.Response.WriteAsync("""{"error":{"message":"you sent: roll back"}}""");
    };

    public static async Task SilentAsync(FaultyModel model, HttpContext context) => await ForeverAsync(context);

    public static async Task SilentAfterHeadersAsync(FaultyModel model, HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        await context.Response.Body.FlushAsync();
        await ForeverAsync(context);
    }

    public static async Task SilentAfterFirstSentenceAsync(FaultyModel model, HttpContext context)
    {
        await model.BeginAsync(context);
        await ForeverAsync(context);
    }

    /// <summary>The three bytes of a Chinese letter, of which two arrive.</summary>
    public static async Task CutInsideLetterAsync(FaultyModel model, HttpContext context)
    {
        await WriteHalfAsync(model, context);
        context.Abort();
    }

    /// <summary>The same, and the connection ends as if all were well.</summary>
    public static async Task EndInsideLetterAsync(FaultyModel model, HttpContext context) => await WriteHalfAsync(model, context);

    public static async Task EndlessWordsAsync(FaultyModel model, HttpContext context)
    {
        await model.BeginAsync(context);
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await ModelEndpoint.SayAsync(context, "and so on and on, ");
        }
    }

    public static async Task EndlessDripAsync(FaultyModel model, HttpContext context)
    {
        await model.BeginAsync(context);
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await ModelEndpoint.SayAsync(context, "and ");
            await Task.Delay(50);
        }
    }

    public static async Task EndlessLineAsync(FaultyModel model, HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        var line = Encoding.UTF8.GetBytes(new string('x', 64 * 1024));
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.Body.WriteAsync(line);
        }
    }

    public static async Task MalformedAsync(FaultyModel model, HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync("data: {\"choices\": [ not json\n\n");
    }

    public static async Task MalformedAfterFirstSentenceAsync(FaultyModel model, HttpContext context)
    {
        await model.BeginAsync(context);
        await context.Response.WriteAsync("data: {\"choices\": [ not json\n\n");
        await context.Response.Body.FlushAsync();
        await ForeverAsync(context);
    }

    public static async Task WebPageAsync(FaultyModel model, HttpContext context)
    {
        context.Response.ContentType = "text/html";
        await context.Response.WriteAsync("<html><body>Sign in to the proxy</body></html>");
        await context.Response.Body.FlushAsync();
        await ForeverAsync(context);
    }

    public static async Task EmptyAsync(FaultyModel model, HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        await ModelEndpoint.EndAsync(context);
    }

    /// <summary>No fault at all, and says what it took.</summary>
    public static async Task CountedAsync(FaultyModel model, HttpContext context)
    {
        await model.BeginAsync(context);
        await ModelEndpoint.CountAsync(context, 1000, 200);
        await ModelEndpoint.EndAsync(context);
    }

    /// <summary>Says a first sentence, waits, says a second one.</summary>
    public static async Task InTwoPartsAsync(FaultyModel model, HttpContext context)
    {
        await model.BeginAsync(context);
        await model.GoOn.Task.WaitAsync(context.RequestAborted);
        await ModelEndpoint.SayAsync(context, "The second part came later.");
        await ModelEndpoint.EndAsync(context);
    }

    public ValueTask DisposeAsync() => _endpoint.DisposeAsync();

    private static async Task WriteHalfAsync(FaultyModel model, HttpContext context)
    {
        await model.BeginAsync(context);
        await model.GoOn.Task.WaitAsync(context.RequestAborted);
        var whole = Encoding.UTF8.GetBytes("data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"好");
        await context.Response.Body.WriteAsync(whole.AsMemory(..^1));
        await context.Response.Body.FlushAsync();
    }

    private static async Task ForeverAsync(HttpContext context) =>
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task AnswerAsync(HttpContext context)
    {
        if (_firstAsked == 0)
        {
            _firstAsked = Stopwatch.GetTimestamp();
        }

        var request = (await JsonNode.ParseAsync(context.Request.Body))!;
        // None where it is asked how a follow-up is to be read.
        FirstSentence = ModelEndpoint.FirstTitle((string)request["messages"]![1]!["content"]!)?.TrimEnd('.', '?') ?? FirstSentence;
        await Watched.Task.WaitAsync(context.RequestAborted);
        if (Interlocked.Increment(ref _asked) <= _times)
        {
            await _fault(this, context);
            return;
        }

        await BeginAsync(context);
        await ModelEndpoint.EndAsync(context);
    }

    /// <summary>With a second sentence begun, so that the first can be told to be one.</summary>
    private Task BeginAsync(HttpContext context) => ModelEndpoint.SayAsync(context, $"Roll back: {FirstSentence} ⟦c1:\"{FirstSentence}\"⟧. Then ");
}
