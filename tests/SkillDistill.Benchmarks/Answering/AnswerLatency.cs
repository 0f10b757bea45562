using System.Diagnostics;
using System.Globalization;

namespace SkillDistill.Benchmarks.Answering;

/// <summary>
/// The built-in answerer over a profile of 200 cards, through the running product: from sending the question to the first word and to the whole
/// answer, beside a plain page of the same process; and the memory of the process at rest.
/// </summary>
internal static class AnswerLatency
{
    private const int Cards = 200;
    private const int WarmUp = 10;
    private const int Rounds = 60;

    public static async Task RunAsync()
    {
        await using var asked = await AskedProduct.StartAsync(Cards);
        await Task.Delay(TimeSpan.FromSeconds(5));
        var atRest = asked.Product.ResidentMemory;

        var (plain, first, whole) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < WarmUp + Rounds; round++)
        {
            var page = await TimedAsync(() => asked.Http.GetAsync(new Uri("/ask", UriKind.Relative)));
            var answer = await asked.AskAsync(asked.Topic(round));
            if (round >= WarmUp)
            {
                plain.Add(page);
                first.Add((answer.First ?? answer.Whole).TotalMilliseconds);
                whole.Add(answer.Whole.TotalMilliseconds);
            }
        }

        Console.WriteLine($"Answering with {Cards} cards, built-in answerer, SQLite, {Rounds} questions; ms");
        Console.WriteLine("what                          p50     p95   against the Ask page (p50)");
        Print("the Ask page", plain, plain);
        Print("question to first word", first, plain);
        Print("question to whole answer", whole, plain);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory at rest (resident): {atRest / 1e6:F0} MB; after the run: {asked.Product.ResidentMemory / 1e6:F0} MB"));
    }

    private static void Print(string what, List<double> times, List<double> yardstick) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what,-26}{Percentile.Of(times, .5),8:F1}{Percentile.Of(times, .95),8:F1}{Percentile.Of(times, .5) / Percentile.Of(yardstick, .5),8:F2}"));

    private static async Task<double> TimedAsync(Func<Task<HttpResponseMessage>> send)
    {
        var watch = Stopwatch.StartNew();
        using var response = await send();
        await response.Content.ReadAsByteArrayAsync();
        return watch.Elapsed.TotalMilliseconds;
    }
}
