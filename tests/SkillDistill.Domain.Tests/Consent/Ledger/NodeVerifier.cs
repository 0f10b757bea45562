using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace SkillDistill.Domain.Tests.Consent.Ledger;

/// <summary>The script that anybody may download, run as they would run it.</summary>
internal static class NodeVerifier
{
    /// <summary>Where it is kept.</summary>
    public static string Script()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SkillDistill.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No SkillDistill.sln above the tests.");
        }

        return Path.Combine(folder, "src", "SkillDistill.Web", "wwwroot", "verify-consent.mjs");
    }

    /// <summary>One verdict for each file: what is wrong and where, or null.</summary>
    public static async Task<IReadOnlyList<(string? Stream, int Entry, string Fault)?>> CheckAsync(string keys, IEnumerable<string> files)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, keys);
            var start = new ProcessStartInfo("node", [Script(), "--keys", path, "--ndjson"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardInputEncoding = new UTF8Encoding(false),
                StandardOutputEncoding = Encoding.UTF8,
            };
            using var node = Process.Start(start)!;
            var (said, complained) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
            foreach (var file in files)
            {
                await node.StandardInput.WriteAsync(file + "\n");
            }

            node.StandardInput.Close();
            await node.WaitForExitAsync();
            Assert.Equal("", await complained);
            return [.. (await said).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Verdict)];
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static (string? Stream, int Entry, string Fault)? Verdict(string line)
    {
        var verdict = JsonNode.Parse(line)!;
        return verdict["valid"]!.GetValue<bool>() ? null : ((string?)verdict["stream"], verdict["entry"]!.GetValue<int>(), (string)verdict["fault"]!);
    }
}
