using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Data.Stores;

namespace SkillDistill.Web.Hosting;

/// <summary>The embedded store migrates itself; the production store is migrated by command, so that many nodes can start at once.</summary>
internal static class StorePreparation
{
    public static async Task<int> MigrateAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SkillDistillDb>();
        var pending = (await db.Database.GetPendingMigrationsAsync()).ToList();
        await db.Database.MigrateAsync();
        app.Logger.LogInformation("Applied {Count} migrations: {Migrations}.", pending.Count, pending);
        return 0;
    }

    /// <exception cref="InvalidOperationException">The production store lacks migrations.</exception>
    public static async Task PrepareStoreAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SkillDistillDb>();
        if (scope.ServiceProvider.GetRequiredService<IOptions<StoreOptions>>().Value is { Provider: StoreProvider.Sqlite } or { MigrateAtStart: true })
        {
            await db.Database.MigrateAsync();
        }
        else if ((await db.Database.GetPendingMigrationsAsync()).Any())
        {
            throw new InvalidOperationException("The database lacks migrations. Run the application once with the argument: migrate");
        }

        // The first start makes the key that signs the consent ledger, and publishes the notice that people read before they decide; the first
        // start of a later release publishes what that says in other words.
        await scope.ServiceProvider.GetRequiredService<LedgerKeys>().CurrentAsync(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<NoticeBoard>().BeginAsync(CancellationToken.None);
    }
}
