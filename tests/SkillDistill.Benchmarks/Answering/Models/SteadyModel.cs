using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SkillDistill.Tests;

namespace SkillDistill.Benchmarks.Answering.Models;

/// <summary>A model on this machine: after a while a sentence that quotes the first card it was given, then a word at a steady pace, then the end.</summary>
internal sealed class SteadyModel(TimeSpan first, TimeSpan pace, int words) : IAsyncDisposable
{
    public const string Name = "steady";

    private const string Words = "So it goes on, on and on. ";

    private ModelEndpoint? _endpoint;
    private int _running;

    /// <summary>As it is put into the settings.</summary>
    public Uri Address => _endpoint!.Address;

    /// <summary>How many answers it is at.</summary>
    public int Running => _running;

    public async Task StartAsync() => _endpoint = await ModelEndpoint.StartAsync(AnswerAsync);

    public ValueTask DisposeAsync() => _endpoint?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _running);
        try
        {
            var request = await JsonNode.ParseAsync(context.Request.Body);
            var title = ModelEndpoint.FirstTitle((string)request!["messages"]![1]!["content"]!)!.TrimEnd('.', '?');
            await Task.Delay(first);
            await ModelEndpoint.SayAsync(context, $"This way: {title} ⟦c1:\"{title}\"⟧. ");
            var pieces = Words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            // The first at once: a sentence is passed on when the next one begins.
            // By the clock and not by waiting: a wait that lasts a little longer each time would slow the pace.
            var begun = Stopwatch.GetTimestamp();
            for (var word = 0; word < words && !context.RequestAborted.IsCancellationRequested; word++)
            {
                var wait = (pace * word) - Stopwatch.GetElapsedTime(begun);
                await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
                await ModelEndpoint.SayAsync(context, pieces[word % pieces.Length] + " ");
            }

            await ModelEndpoint.EndAsync(context);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }
}
