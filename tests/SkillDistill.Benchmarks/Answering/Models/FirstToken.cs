using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace SkillDistill.Benchmarks.Answering.Models;

/// <summary>
/// What the product adds to a model's first word: the same endpoint asked bare and through the product in turn, twenty at once, with fifty cards. Through the product it is from sending the question,
/// over the page that the browser is led to, to the first word on its stream. Everything, the model and the readers too, runs on this machine.
/// </summary>
internal static class FirstToken
{
    private const int Cards = 50;
    private const int AtOnce = 20;
    private const int Rounds = 12;

    public static async Task RunAsync()
    {
        Console.WriteLine($"{"model's own wait",-18} {"bare p50",9} {"p95",7} {"product p50",12} {"p95",7} {"added p50",10} {"p95",7}   ms, {Cards} cards, {AtOnce} at once, {AtOnce * Rounds} questions");
        foreach (var wait in new[] { 300, 0 })
        {
            await MeasureAsync(TimeSpan.FromMilliseconds(wait));
        }
    }

    private static async Task MeasureAsync(TimeSpan wait)
    {
        await using var model = new SteadyModel(wait, TimeSpan.FromMilliseconds(50), 20);
        await model.StartAsync();
        await using var product = await AskedProduct.StartAsync(Cards, model);
        using var direct = new HttpClient();
        for (var warm = 0; warm < 10; warm++)
        {
            await product.AskAsync(product.Topic(warm));
        }

        var (bare, through) = (new List<double>(), new List<double>());
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async reader =>
        {
            await Task.Delay(reader * 90);
            for (var round = 0; round < Rounds; round++)
            {
                var plain = await BareAsync(direct, model.Address, product.Topic(0));
                var answer = await product.AskAsync(product.Topic((reader * Rounds) + round));
                lock (bare)
                {
                    bare.Add(plain.TotalMilliseconds);
                    through.Add((answer.First ?? answer.Whole).TotalMilliseconds);
                }
            }
        }));
        var (bare50, bare95, through50, through95) = (Percentile.Of(bare, .5), Percentile.Of(bare, .95), Percentile.Of(through, .5), Percentile.Of(through, .95));
        Console.WriteLine($"{$"{wait.TotalMilliseconds:0} ms",-18} {bare50,9:0.0} {bare95,7:0.0} {through50,12:0.0} {through95,7:0.0} {through50 - bare50,10:0.0} {through95 - bare95,7:0.0}");
    }

    private static async Task<TimeSpan> BareAsync(HttpClient http, Uri address, string title)
    {
        var card = new JsonObject { ["id"] = "c1", ["title"] = title };
        var body = new JsonObject
        {
            ["model"] = SteadyModel.Name,
            ["stream"] = true,
            ["messages"] = new JsonArray(new JsonObject { ["role"] = "system", ["content"] = "Answer." }, new JsonObject { ["role"] = "user", ["content"] = $"<cards>\n{card.ToJsonString()}\n</cards>" }),
        };
        var begun = Stopwatch.GetTimestamp();
        using var content = JsonContent.Create(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{address}/chat/completions") { Content = content };
        using var reply = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await reply.Content.ReadAsStreamAsync());
        await reader.ReadLineAsync();
        var first = Stopwatch.GetElapsedTime(begun);
        await reader.ReadToEndAsync();
        return first;
    }
}
