using System.Globalization;
using SkillDistill.Data.Consent;

namespace SkillDistill.Web.Pages.Consent.Ledger;

/// <summary>The command <c>verify-consent</c>: checks the ledger of the whole store and says what it saw. Ends with 1 where something is wrong.</summary>
internal static class VerifyConsentCommand
{
    public static async Task<int> VerifyConsentAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<VerifyLedger>().RunAsync(CancellationToken.None);
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{report.Streams} streams, {report.Entries} entries ({report.Redacted} redacted), {report.Checkpoints} checkpoints, {report.Findings.Count} findings"));
        foreach (var finding in report.Findings)
        {
            await Console.Out.WriteLineAsync(finding.ToString());
        }

        return report.Findings.Count == 0 ? 0 : 1;
    }
}
