using Microsoft.Extensions.Logging;
using SkillDistill.Data.Jobs;

namespace SkillDistill.Data.Consent;

/// <summary>Verifies the whole ledger once a day, so that the auditor sees it was done without having to ask, and warns operations where something is wrong.</summary>
public sealed partial class WatchLedger(VerifyLedger verify, ILogger<WatchLedger> log) : IChore
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var report = await verify.RunAsync(cancellationToken);
        if (report.Findings.Count > 0)
        {
            Found(log, report.Findings.Count, report.Findings[0].ToString());
        }
    }

    [LoggerMessage(LogLevel.Error, "The consent ledger is not as it was written: {Findings} findings, the first is {First}")]
    private static partial void Found(ILogger log, int findings, string first);
}
