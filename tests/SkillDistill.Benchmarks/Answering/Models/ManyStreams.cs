using System.Diagnostics;

namespace SkillDistill.Benchmarks.Answering.Models;

/// <summary>Five hundred answers at once, each at twenty words a second for a minute: whether every one comes to its end, whether the pace is held, and what each takes. The model and the readers run on this machine too.</summary>
internal static class ManyStreams
{
    private const int Cards = 50;
    private const int Streams = 500;
    private const int Words = 1200;

    public static async Task RunAsync()
    {
        var pace = TimeSpan.FromMilliseconds(50);
        await using var model = new SteadyModel(TimeSpan.FromMilliseconds(300), pace, Words);
        await model.StartAsync();
        await using var asked = await AskedProduct.StartAsync(Cards, model);
        await asked.AskAsync("What is the weather on Mars?");
        var product = asked.Product;
        var (before, processor) = (product.ResidentMemory, product.ProcessorTime);

        var (most, memory, begun) = (0, 0L, Stopwatch.GetTimestamp());
        using var watching = new CancellationTokenSource();
        var watch = Task.Run(async () =>
        {
            while (!watching.IsCancellationRequested)
            {
                (most, memory) = (Math.Max(most, model.Running), Math.Max(memory, product.ResidentMemory));
                await Task.Delay(250);
            }
        });
        var answers = await Task.WhenAll(Enumerable.Range(0, Streams).Select(async reader =>
        {
            await Task.Delay(reader * 40);
            return await asked.AskAsync(asked.Topic(reader));
        }));
        var used = product.ProcessorTime - processor;
        await watching.CancelAsync();
        await watch;

        var ended = answers.Count(answer => answer.IsWhole && answer.Events > 1);
        var planned = (pace * Words) + TimeSpan.FromMilliseconds(300);
        var whole = answers.Select(answer => answer.Whole.TotalSeconds).ToList();
        var gaps = answers.Select(answer => answer.LongestGap.TotalMilliseconds).ToList();
        Console.WriteLine($"{Streams} answers of {Words} words at 20 a second: {ended} came to their end, at most {most} at once");
        Console.WriteLine($"each takes {planned.TotalSeconds:0.0} s at the model; read by the asker p50 {Percentile.Of(whole, .5):0.0} s, longest {whole.Max():0.0} s; longest gap between two portions (a sentence of 7 words: 350 ms) p50 {Percentile.Of(gaps, .5):0} ms, p99 {Percentile.Of(gaps, .99):0} ms");
        Console.WriteLine($"memory {before >> 20} MB before, at most {memory >> 20} MB: {(memory - before) / 1024.0 / Math.Max(1, most):0} KB for each; processor {used.TotalSeconds / Stopwatch.GetElapsedTime(begun).TotalSeconds:0.00} cores");
    }
}
