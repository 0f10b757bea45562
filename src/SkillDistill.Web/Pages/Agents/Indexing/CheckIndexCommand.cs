using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Profiles.Indexing;

namespace SkillDistill.Web.Pages.Agents.Indexing;

/// <summary>
/// The command <c>check-index</c>: makes every owner's part of the index anew beside what is kept, says what differed, and puts it right. Ends with 1 where something was wrong that no note told of.
/// May run while nodes serve.
/// </summary>
internal static class CheckIndexCommand
{
    public static async Task<int> CheckIndexAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        // What is due anyway is no mistake.
        await scope.ServiceProvider.GetRequiredService<IndexCards>().RunAsync(CancellationToken.None);
        var report = await RunAsync(scope.ServiceProvider, CancellationToken.None);
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{report.Cards} published cards: {report.Missing} were missing in the index, {report.Outdated} out of date, {report.Superfluous} others in it"));
        return report.IsInOrder ? 0 : 1;
    }

    /// <returns>What was found before it was put right.</returns>
    public static async Task<IndexingReport> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<SkillDistillDb>();
        var index = services.GetRequiredService<IndexOwners>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var owners = await db.Agents.Select(agent => agent.OwnerId).Union(db.IndexedCards.Select(card => card.OwnerId)).ToListAsync(cancellationToken);
        var report = IndexingReport.None;
        foreach (var some in owners.Chunk(IndexCards.OwnersTogether))
        {
            report += await index.RunAsync(some, now, cancellationToken);
        }

        await services.GetRequiredService<CountIndex>().RunAsync(cancellationToken);
        return report;
    }
}
