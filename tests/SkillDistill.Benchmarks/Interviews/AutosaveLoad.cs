using System.Diagnostics;
using System.Globalization;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SkillDistill.Browser.Tests;

namespace SkillDistill.Benchmarks.Interviews;

/// <summary>
/// 200 windows of the demo people, each saving an answer of its own every two seconds, beside a request that does nothing but find out who asks. Afterwards every
/// window's last words must stand on its page. On the store that the environment names (Store__Provider, ConnectionStrings__SkillDistill, Store__MigrateAtStart), else on SQLite.
/// </summary>
internal static class AutosaveLoad
{
    private const int Windows = 200;
    private const int Rounds = 10;
    private const int WarmUp = 2;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly string[] People = ["sam", "mei", "xiaoyun", "tunde", "dafydd", "ada", "noor"];
    private static readonly string[] Steps = ["audit-past-future", "audit-big-picture", "audit-noticing"];

    public static async Task RunAsync()
    {
        await using var product = await RunningProduct.StartAsync();
        var windows = new List<Window>();
        foreach (var (person, of) in People.Select((person, of) => (person, of)))
        {
            var http = await DemoWindow.SignedInAsync(product.Address, person);
            await BeginAsync(http);
            for (var at = 0; at < (Windows / People.Length) + (of < Windows % People.Length ? 1 : 0); at++)
            {
                windows.Add(new Window(http, Steps[at % Steps.Length], await TokenAsync(http)));
            }
        }

        var (saves, empty, failures) = (new List<double>(), new List<double>(), 0);
        await Task.WhenAll(windows.Select(async (window, at) =>
        {
            await Task.Delay(Pause * at / windows.Count);
            for (var round = 0; round < WarmUp + Rounds; round++)
            {
                var watch = Stopwatch.StartNew();
                var status = await window.SaveAsync(round);
                var save = watch.Elapsed.TotalMilliseconds;
                watch.Restart();
                using var nothing = await window.Http.GetAsync(new Uri("/people/search?q=", UriKind.Relative));
                await nothing.Content.ReadAsByteArrayAsync();
                lock (saves)
                {
                    failures += status == 200 ? 0 : 1;
                    if (round >= WarmUp)
                    {
                        saves.Add(save);
                        empty.Add(watch.Elapsed.TotalMilliseconds);
                    }
                }

                await Task.Delay(Pause);
            }
        }));
        var lost = 0;
        foreach (var window in windows)
        {
            lost += await window.IsKeptAsync() ? 0 : 1;
        }

        Console.WriteLine($"Autosave, {Windows} windows, one save per {Pause.TotalSeconds:F0} s each, {Rounds} rounds; ms");
        Print("an empty request", empty, empty);
        Print("a save", saves, empty);
        Console.WriteLine($"saves {saves.Count}, refused or failed {failures}, last words lost {lost}");
    }

    private static void Print(string what, List<double> times, List<double> yardstick) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what,-20} p50 {Percentile.Of(times, .5),7:F1}  p95 {Percentile.Of(times, .95),7:F1}  p95 against the empty one {Percentile.Of(times, .95) / Percentile.Of(yardstick, .95),5:F2}"));

    private static async Task BeginAsync(HttpClient http)
    {
        var interview = await http.PageAsync("/interview");
        await http.KeepProfileAsync(interview);
        using var begun = await http.PostAsync("/interview?handler=Begin", [("__RequestVerificationToken", interview.Token())]);
    }

    private static async Task<string> TokenAsync(HttpClient http) => (await http.PageAsync("/interview/knowledgeaudit?step=audit-noticing")).Token();

    /// <summary>One open window with one answer in it.</summary>
    private sealed class Window(HttpClient http, string step, string token)
    {
        private readonly string _slot = Guid.CreateVersion7().ToString("N");
        private string _words = "";
        private string _seen = "0";

        public HttpClient Http => http;

        public async Task<int> SaveAsync(int round)
        {
            _words += $"In round {round} I saw the graph fall and asked for the release log. ";
            using var saved = await http.PostAsync("/interview/knowledgeaudit?handler=Save",
            [
                ("Form.Step", step), ("Form.Rows[0].Slot", _slot), ("Form.Rows[0].Seen", _seen), ("Form.Rows[0].Parts[cues]", _words), ("__RequestVerificationToken", token),
            ]);
            var answer = await new HtmlParser().ParseDocumentAsync(await saved.Content.ReadAsStringAsync());
            _seen = answer.QuerySelector($"[data-slot='{_slot}']")?.GetAttribute("data-seen") ?? _seen;
            return (int)saved.StatusCode;
        }

        public async Task<bool> IsKeptAsync()
        {
            var page = await http.PageAsync($"/interview/knowledgeaudit?step={step}");
            return page.QuerySelector($".answer[data-slot='{_slot}'] textarea[name$='[cues]']") is IHtmlTextAreaElement field && field.Value.Trim() == _words.Trim();
        }
    }
}
