using System.Text.Json;
using Microsoft.AspNetCore.Hosting;

namespace SkillDistill.Web.Tests.Audit;

/// <summary>A house whose build left results that the tests write as they like.</summary>
public sealed class AuditedHouse : House
{
    private readonly string _results = Path.Combine(Path.GetTempPath(), $"skilldistill-control-results-{Guid.NewGuid():N}.json");

    /// <summary>Every test of these passed, but for those named otherwise; null writes no file at all.</summary>
    public async Task BuiltAsync(IEnumerable<string>? passed, params (string Test, string Outcome)[] otherwise)
    {
        File.Delete(_results);
        if (passed is not null)
        {
            var tests = passed.Select(name => (Test: name, Outcome: "Passed")).Where(test => otherwise.All(other => other.Test != test.Test)).Concat(otherwise)
                .ToDictionary(test => test.Test, test => new { test.Outcome, Cases = 2, Finished = "2026-11-01T20:15:00.000Z" });
            await WriteAsync(JsonSerializer.Serialize(new { Finished = "2026-11-01T20:30:00.000Z", Commit = "0123456789abcdef0123456789abcdef01234567", Changed = false, tests }, JsonSerializerOptions.Web));
        }
    }

    public Task WriteAsync(string results) => File.WriteAllTextAsync(_results, results);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Audit:ControlResults", _results);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        File.Delete(_results);
    }
}
