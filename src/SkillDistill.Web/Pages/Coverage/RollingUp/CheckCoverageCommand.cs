using System.Globalization;
using SkillDistill.Data.Coverage.RollingUp;
using SkillDistill.Web.Hosting;

namespace SkillDistill.Web.Pages.Coverage.RollingUp;

/// <summary>
/// The command <c>check-coverage</c>: reckons all kept cells of coverage anew and says which said something else; with <c>rebuild</c> it puts them right. Ends with 1 where something was wrong that no note told of.
/// May run while nodes serve; pages of large teams wait for it.
/// </summary>
internal static class CheckCoverageCommand
{
    private const string Rebuild = "rebuild";

    public static async Task<int> CheckCoverageAsync(this WebApplication app, string[] arguments)
    {
        var rebuilds = arguments is [Rebuild];
        if (!rebuilds && arguments is not [])
        {
            await Console.Error.WriteLineAsync($"check-coverage takes nothing, or {Rebuild}.");
            return Commands.Misused;
        }

        await using var scope = app.Services.CreateAsyncScope();
        var report = await RunAsync(scope.ServiceProvider, rebuilds, CancellationToken.None);
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{report.Cells} cells and the totals of {report.Totals} teams said something else than what is so{(report.IsInOrder || !rebuilds ? "" : ", and were put right")}"));
        foreach (var (team, skill) in report.First)
        {
            await Console.Out.WriteLineAsync($"  team {team}, skill {skill}");
        }

        return report.IsInOrder ? 0 : 1;
    }

    /// <returns>What was found before it was put right.</returns>
    public static async Task<RollUpReport> RunAsync(IServiceProvider services, bool mend, CancellationToken cancellationToken)
    {
        // What is due anyway is no mistake.
        await services.GetRequiredService<SettleCoverage>().RunAsync(cancellationToken);
        return await services.GetRequiredService<RollUpCoverage>().RecountAsync(services.GetRequiredService<TimeProvider>().GetUtcNow(), mend, cancellationToken);
    }
}
