using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using SkillDistill.Browser.Tests;

namespace SkillDistill.Benchmarks.Sources;

/// <summary>A mailbox of 500 MB and some 100,000 messages, every hundredth of them the owner's, brought in part by part as the page does: how long, and how much memory the product holds meanwhile.</summary>
internal static class LargeMailbox
{
    private const long Megabyte = 1024 * 1024;
    private const long Size = 500 * Megabyte;
    private const int Message = 5 * 1024;

    public static async Task RunAsync()
    {
        await using var product = await RunningProduct.StartAsync();
        using var http = await DemoWindow.SignedInAsync(product.Address, "mei");
        var page = await http.PageAsync("/sources/messages");
        await http.KeepProfileAsync(page);
        http.DefaultRequestHeaders.Add("RequestVerificationToken", page.Token());

        var (rest, most) = (product.ResidentMemory, 0L);
        var watch = Stopwatch.StartNew();
        var reading = await AnswerAsync(await http.PostAsync("/sources/messages?handler=Begin", [("Me", "mei@lindenau.example"), ("file", "all-mail.mbox"), ("size", $"{Size}")]));
        var (id, length, at, seen) = (reading.GetProperty("id").GetString(), reading.GetProperty("part").GetInt32(), 0L, "");
        while (at < Size)
        {
            using var bytes = new ByteArrayContent(Bytes(at, (int)Math.Min(length, Size - at)));
            var part = await AnswerAsync(await http.PostAsync(new Uri($"/sources/messages?handler=Part&reading={id}&at={at}", UriKind.Relative), bytes));
            (at, seen) = (part.GetProperty("at").GetInt64(), part.GetProperty("line").GetString()!);
            most = Math.Max(most, product.ResidentMemory);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Mailbox of {Size / Megabyte} MB: {watch.Elapsed.TotalSeconds:F0} s; memory at rest {rest / Megabyte} MB, at most {most / Megabyte} MB. {seen}"));
    }

    /// <summary>What stands in the mailbox there: it need not lie anywhere.</summary>
    private static byte[] Bytes(long from, int count)
    {
        var text = new StringBuilder(count + (2 * Message));
        var first = from / Message;
        for (var number = first; (number - first - 1) * Message < count; number++)
        {
            text.Append(MessageAt(number));
        }

        return Encoding.ASCII.GetBytes(text.ToString((int)(from - (first * Message)), count));
    }

    private static string MessageAt(long number)
    {
        var author = number % 100 == 0 ? "mei" : "ada";
        var beginning = $"From {author}@lindenau.example Thu Nov 26 09:00:00 2026\nFrom: <{author}@lindenau.example>\nSubject: Release {number}\n\nI looked at release {number} first because the graph fell and rolled it back within five minutes.\n> ";
        return beginning + new string('x', Message - beginning.Length - 2) + "\n\n";
    }

    private static async Task<JsonElement> AnswerAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            answer.EnsureSuccessStatusCode();
            return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.Clone();
        }
    }
}
