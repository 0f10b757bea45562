using SkillDistill.Data.Stores;
using SkillDistill.Web.Tests;

namespace SkillDistill.Browser.Tests.Crashing;

/// <summary>A product that is killed (SIGKILL) in the midst of what it does, at a moment given by its own writing to the store.</summary>
internal sealed class Killing(RunningProduct product) : IAsyncDisposable
{
    public RunningProduct Product => product;

    public static async Task<Killing> StartAsync() => new(await RunningProduct.StartWithoutEncoderAsync());

    public async Task<Visitor> SignedInAsync(string key)
    {
        var visitor = new Visitor(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = product.Address });
        await visitor.SignInAsync(key);
        return visitor;
    }

    /// <summary>Lets something begin, kills the process at its n-th write to the store (0: at once; never: when it is done), and starts it again.</summary>
    /// <returns>Whether the something had been confirmed to its user before the kill.</returns>
    public async Task<bool> DuringAsync(Func<Task> something, int write)
    {
        var log = Path.Combine(product.DataFolder, "skilldistill.db-wal");
        using var watcher = new FileSystemWatcher(product.DataFolder, Path.GetFileName(log)) { NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.Size };
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var seen = 0;
        watcher.Changed += (_, _) =>
        {
            if (Interlocked.Increment(ref seen) >= write)
            {
                reached.TrySetResult();
            }
        };
        watcher.EnableRaisingEvents = true;
        var doing = something();
        await Task.WhenAny(doing, write == 0 ? Task.CompletedTask : reached.Task);
        var confirmed = doing.IsCompletedSuccessfully;
        await product.KillAsync();
        await doing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await product.StartAgainAsync();
        return confirmed;
    }

    public async Task<T> InStoreAsync<T>(Func<SqliteDb, Task<T>> look)
    {
        await using var db = product.Store();
        return await look(db);
    }

    public ValueTask DisposeAsync() => product.DisposeAsync();
}
