using System.Diagnostics;

namespace SkillDistill.Benchmarks.Answering.Models;

/// <summary>One question asked as a browser asks it, and its answer read as it comes.</summary>
/// <param name="First">Until the first words of the answer; null where none came before its end.</param>
/// <param name="Whole">Until its end.</param>
/// <param name="Events">How many portions of text came, and <paramref name="LongestGap"/> the longest wait between two.</param>
/// <param name="IsWhole">Whether the stream came to its proper end.</param>
internal sealed record LiveAnswer(TimeSpan? First, TimeSpan Whole, int Events, TimeSpan LongestGap, bool IsWhole)
{
    public static async Task<LiveAnswer> AskAsync(HttpClient http, string agent, string token, string question)
    {
        var begun = Stopwatch.GetTimestamp();
        using var posted = await http.PostAsync(agent, [("Question", question), ("Live", "true"), ("__RequestVerificationToken", token)]);
        var page = await http.PageAsync(posted.Headers.Location!.ToString().Split('#')[0]);
        if (page.QuerySelector("[data-stream]")?.GetAttribute("data-stream") is not { Length: > 0 } address)
        {
            return new LiveAnswer(null, Stopwatch.GetElapsedTime(begun), 0, TimeSpan.Zero, true);
        }

        using var stream = await http.GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync());
        var (first, events, gap, last, ended) = ((TimeSpan?)null, 0, TimeSpan.Zero, TimeSpan.Zero, false);
        while (await reader.ReadLineAsync() is { } line)
        {
            ended |= line.StartsWith("event: end", StringComparison.Ordinal);
            if (line.StartsWith("event: anew", StringComparison.Ordinal) || line.StartsWith("event: text", StringComparison.Ordinal))
            {
                var now = Stopwatch.GetElapsedTime(begun);
                gap = first is not null && now - last > gap ? now - last : gap;
                first ??= now;
                (last, events) = (now, events + 1);
            }
        }

        return new LiveAnswer(first, Stopwatch.GetElapsedTime(begun), events, gap, ended);
    }
}
