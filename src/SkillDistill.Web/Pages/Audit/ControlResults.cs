using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace SkillDistill.Web.Pages.Audit;

/// <summary>
/// What the last complete test run said about the tests of the register. The run writes the file (scripts/control-results.mjs); it is read anew each
/// time it is asked for, and where there is none, nothing is claimed.
/// </summary>
internal sealed class ControlResults(IOptions<AuditOptions> options, IHostEnvironment environment, ILogger<ControlResults> logger)
{
    private const string FileName = "control-results.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <returns>Null where no result is known.</returns>
    public async Task<BuildResults?> ReadAsync(CancellationToken cancellationToken)
    {
        if (Path() is not { } path)
        {
            return null;
        }

        try
        {
            await using var file = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync<BuildResults>(file, Json, cancellationToken) is { Tests: not null } results ? results : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException or UnauthorizedAccessException)
        {
            logger.LogWarning(unreadable, "The results of the build in {Path} cannot be read; the control register shows none.", path);
            return null;
        }
    }

    /// <summary>The file that the settings name; else the one beside the application, as in the image; else the one that the tests of this repository wrote.</summary>
    private string? Path() => options.Value.ControlResults is { Length: > 0 } named
        ? File.Exists(named) ? named : null
        : new[] { System.IO.Path.Combine(AppContext.BaseDirectory, FileName), System.IO.Path.Combine(environment.ContentRootPath, "..", "..", "artifacts", FileName) }.FirstOrDefault(File.Exists);
}

/// <summary>The section "Audit" of the settings.</summary>
internal sealed class AuditOptions
{
    public const string Section = "Audit";

    /// <summary>Where the results of the build are.</summary>
    public string? ControlResults { get; set; }
}

/// <param name="Finished">When the last test ended.</param>
/// <param name="Commit">What was built, where that is known.</param>
/// <param name="Changed">Whether there were changes that the commit does not hold.</param>
internal sealed record BuildResults(DateTimeOffset Finished, string? Commit, bool Changed, IReadOnlyDictionary<string, TestResult> Tests);

/// <param name="Cases">How many cases ran, over both stores where the test runs on both.</param>
internal sealed record TestResult(ControlOutcome Outcome, int Cases, DateTimeOffset Finished);

internal enum ControlOutcome
{
    /// <summary>No result is known.</summary>
    Unknown,

    Passed,
    Failed,

    /// <summary>The run left it out, and said so.</summary>
    Skipped,
}
