using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace SkillDistill.Web.Tests.Consent.Receipts;

/// <summary>What other people's programs say of ours: the scripts in tests/Interop, and the verifier that is shipped.</summary>
internal static class Interop
{
    public static string Verifier { get; } = Path.Combine(SourceCode.Root, "src", "SkillDistill.Web", "wwwroot", "verify-consent.mjs");

    public static string Schemas { get; } = Path.Combine(SourceCode.Root, "docs", "schemas");

    /// <summary>One line in for each document, one value out.</summary>
    public static async Task<IReadOnlyList<JsonNode?>> AskAsync(string script, IEnumerable<string> documents, params string[] arguments)
    {
        var lines = documents.ToList();
        var (code, said) = await RunAsync("node", [Path.Combine(SourceCode.Root, "tests", "Interop", script), .. arguments], string.Join('\n', lines) + "\n");
        Assert.True(code == 0, said);
        var answers = said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)).ToList();
        Assert.Equal(lines.Count, answers.Count);
        return answers;
    }

    public static async Task<IReadOnlyList<string>> MistakesAsync(string schema, string document) => (await MistakesAsync(schema, [document]))[0];

    /// <summary>What is wrong with each document by a schema of docs/schemas.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<string>>> MistakesAsync(string schema, IEnumerable<string> documents) =>
        [.. (await AskAsync("json-schema.mjs", documents, Schemas, $"{schema}.schema.json")).Select(mistakes => (IReadOnlyList<string>)[.. mistakes!.AsArray().Select(mistake => (string)mistake!)])];

    /// <returns>The exit code, and everything it said.</returns>
    public static async Task<(int Code, string Said)> RunAsync(string program, IEnumerable<string> arguments, string? input = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return (process.ExitCode, await said + await complained);
    }
}
