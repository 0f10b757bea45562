using System.Diagnostics;
using SkillDistill.Browser.Tests;

namespace SkillDistill.Benchmarks.Answering.Models;

/// <summary>Five hundred answers at once, each at twenty words a second for a minute: whether every one comes to its end, whether the pace is held, and what each takes. The model and the readers run on this machine too.</summary>
internal static class ManyStreams
{
    private const int Streams = 500;
    private const int Words = 1200;

    public static async Task RunAsync()
    {
        var pace = TimeSpan.FromMilliseconds(50);
        await using var model = new SteadyModel(TimeSpan.FromMilliseconds(300), pace, Words);
        await model.StartAsync();
        await using var product = await RunningProduct.StartAsync(
            "--Models:Provider", "OpenAI", "--Models:Endpoint", model.Address.ToString(), "--Models:Model", "steady", "--Models:TimeoutSeconds", "300");
        var topics = await LargeProfile.PublishAsync(product.DataFolder, 50, $"steady ({model.Address.Host})");
        using var http = await DemoWindow.SignedInAsync(product.Address, "tunde");
        var agent = (await http.PageAsync("/ask")).QuerySelectorAll(".agentcard a").First(link => link.TextContent.Contains(LargeProfile.OwnerName, StringComparison.Ordinal)).GetAttribute("href")!;
        var token = (await http.PageAsync(agent)).QuerySelector("form[data-ask] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await Task.Delay(TimeSpan.FromSeconds(15));
        await LiveAnswer.AskAsync(http, agent, token, "What is the weather on Mars?", CancellationToken.None);
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
            return await LiveAnswer.AskAsync(http, agent, token, topics[reader % topics.Count], CancellationToken.None);
        }));
        var used = product.ProcessorTime - processor;
        await watching.CancelAsync();
        await watch;

        var ended = answers.Count(answer => answer.IsWhole && answer.Events > 1);
        var planned = (pace * Words) + TimeSpan.FromMilliseconds(300);
        var whole = answers.Select(answer => answer.Whole.TotalSeconds).Order().ToList();
        var gaps = answers.Select(answer => answer.LongestGap.TotalMilliseconds).Order().ToList();
        Console.WriteLine($"{Streams} answers of {Words} words at 20 a second: {ended} came to their end, at most {most} at once");
        Console.WriteLine($"each takes {planned.TotalSeconds:0.0} s at the model; read by the asker p50 {whole[whole.Count / 2]:0.0} s, longest {whole[^1]:0.0} s; longest gap between two portions (a sentence of 7 words: 350 ms) p50 {gaps[gaps.Count / 2]:0} ms, p99 {gaps[gaps.Count * 99 / 100]:0} ms");
        Console.WriteLine($"memory {before >> 20} MB before, at most {memory >> 20} MB: {(memory - before) / 1024.0 / Math.Max(1, most):0} KB for each; processor {used.TotalSeconds / Stopwatch.GetElapsedTime(begun).TotalSeconds:0.00} cores");
    }
}
