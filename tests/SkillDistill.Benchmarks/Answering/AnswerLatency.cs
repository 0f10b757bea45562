using System.Diagnostics;
using System.Globalization;
using AngleSharp.Html.Parser;
using SkillDistill.Browser.Tests;

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
        await using var product = await RunningProduct.StartAsync();
        var topics = await LargeProfile.PublishAsync(product.DataFolder, Cards);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = product.Address };
        await SignInAsync(http, "tunde");
        var agent = await AgentAsync(http);
        await Task.Delay(TimeSpan.FromSeconds(5));
        var atRest = product.ResidentMemory;

        var (plain, first, whole) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < WarmUp + Rounds; round++)
        {
            var page = await TimedAsync(() => http.GetAsync(new Uri("/ask", UriKind.Relative)));
            var (toFirst, toWhole) = await AskAsync(http, agent, topics[round % topics.Count]);
            if (round >= WarmUp)
            {
                plain.Add(page);
                first.Add(toFirst);
                whole.Add(toWhole);
            }
        }

        Console.WriteLine($"Answering with {Cards} cards, built-in answerer, SQLite, {Rounds} questions; ms");
        Console.WriteLine("what                          p50     p95   against the Ask page (p50)");
        Print("the Ask page", plain, plain);
        Print("question to first word", first, plain);
        Print("question to whole answer", whole, plain);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory at rest (resident): {atRest / 1e6:F0} MB; after the run: {product.ResidentMemory / 1e6:F0} MB"));
    }

    private static void Print(string what, List<double> times, List<double> yardstick) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what,-26}{Percentile(times, .5),8:F1}{Percentile(times, .95),8:F1}{Percentile(times, .5) / Percentile(yardstick, .5),8:F2}"));

    private static double Percentile(List<double> times, double share) => times.Order().ElementAt((int)Math.Ceiling(share * times.Count) - 1);

    private static async Task<double> TimedAsync(Func<Task<HttpResponseMessage>> send)
    {
        var watch = Stopwatch.StartNew();
        using var response = await send();
        await response.Content.ReadAsByteArrayAsync();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static async Task<(double First, double Whole)> AskAsync(HttpClient http, string agent, string question)
    {
        var form = await FormAsync(http, agent, "form[data-ask]");
        var watch = Stopwatch.StartNew();
        using var posted = await http.PostAsync(new Uri(agent, UriKind.Relative), Fields(form, ("Question", question), ("Live", "true")));
        var conversation = posted.Headers.Location!.ToString().Split('#')[0];
        var turn = await StreamOfAsync(http, conversation);
        if (turn is null)
        {
            // Already whole before the page was there to subscribe.
            var done = watch.Elapsed.TotalMilliseconds;
            return (done, done);
        }

        using var stream = await http.GetAsync(new Uri(turn, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync());
        double? first = null;
        while (await reader.ReadLineAsync() is { } line)
        {
            first ??= line.StartsWith("event: anew", StringComparison.Ordinal) || line.StartsWith("event: end", StringComparison.Ordinal) ? watch.Elapsed.TotalMilliseconds : null;
        }

        return (first ?? watch.Elapsed.TotalMilliseconds, watch.Elapsed.TotalMilliseconds);
    }

    private static async Task<string?> StreamOfAsync(HttpClient http, string conversation)
    {
        var html = await http.GetStringAsync(new Uri(conversation, UriKind.Relative));
        return (await new HtmlParser().ParseDocumentAsync(html)).QuerySelector("[data-stream]")?.GetAttribute("data-stream") is { Length: > 0 } stream ? stream : null;
    }

    private static async Task SignInAsync(HttpClient http, string key)
    {
        var page = await new HtmlParser().ParseDocumentAsync(await http.GetStringAsync(new Uri("/sign-in", UriKind.Relative)));
        var button = page.QuerySelector($"button[data-demo='{key}']")!;
        var form = button.Closest("form")!;
        using var signedIn = await http.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), Fields(form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!, ("person", button.GetAttribute("value")!)));
    }

    private static async Task<string> AgentAsync(HttpClient http)
    {
        var page = await new HtmlParser().ParseDocumentAsync(await http.GetStringAsync(new Uri("/ask", UriKind.Relative)));
        return page.QuerySelectorAll(".agentcard a").First(link => link.TextContent.Contains(LargeProfile.OwnerName, StringComparison.Ordinal)).GetAttribute("href")!;
    }

    private static async Task<string> FormAsync(HttpClient http, string path, string form)
    {
        var page = await new HtmlParser().ParseDocumentAsync(await http.GetStringAsync(new Uri(path, UriKind.Relative)));
        return page.QuerySelector($"{form} input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }

    private static FormUrlEncodedContent Fields(string token, params (string Name, string Value)[] fields) =>
        new(fields.Append((Name: "__RequestVerificationToken", Value: token)).Select(field => KeyValuePair.Create(field.Name, field.Value)));
}
