using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using SkillDistill.Browser.Tests;
using SkillDistill.Tests;

namespace SkillDistill.Benchmarks.Coverage;

/// <summary>
/// Coverage of 200 people by 150 skills: how long the server takes beside a request that does nothing but find out who asks, and how large each page is, as it is and compressed as a server in front would (gzip, quick).
/// Meant: under 150 ms and 400 KB.
/// </summary>
internal static class LargeHeatmap
{
    private const int People = 200;
    private const int Skills = 150;
    private const int WarmUp = 60;
    private const int Rounds = 30;

    public static async Task RunAsync()
    {
        await using var product = await RunningProduct.StartWithoutEncoderAsync();
        string team;
        await using (var db = product.Store())
        {
            team = (await LargeTeam.FormAsync(db, "dafydd@lindenau.example", People, Skills)).ToString();
        }

        using var http = await DemoWindow.SignedInAsync(product.Address, "dafydd");
        var (nothing, _) = await MeasureAsync(http, "/people/search?q=");
        foreach (var (name, path) in new[] { ("people x skills", $"/coverage?team={team}"), ("teams x skills", $"/coverage?team={team}&picture=Teams"), ("as CSV", $"/coverage?handler=Sheet&team={team}"), ("as XLSX", $"/coverage?handler=Workbook&team={team}") })
        {
            var (took, body) = await MeasureAsync(http, path);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-16} p50 {took[0]:0} ms, p95 {took[1]:0} ms, {took[0] / nothing[0]:0.0} times an empty request ({nothing[0]:0.0} ms); {body.Length / 1024.0:0} KB, compressed {Compressed(body) / 1024.0:0} KB"));
        }
    }

    private static async Task<(double[] P50AndP95, byte[] Body)> MeasureAsync(HttpClient http, string path)
    {
        var (took, body) = (new List<double>(), Array.Empty<byte>());
        for (var round = 0; round < WarmUp + Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            body = await http.GetByteArrayAsync(new Uri(path, UriKind.Relative));
            if (round >= WarmUp)
            {
                took.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        return ([Percentile.Of(took, 0.5), Percentile.Of(took, 0.95)], body);
    }

    private static long Compressed(byte[] body)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(body);
        }

        return bytes.Length;
    }
}
