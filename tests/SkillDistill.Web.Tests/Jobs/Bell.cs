namespace SkillDistill.Web.Tests.Jobs;

/// <summary>What chores left behind on some premises: a line in a file each time one rang, so that it is heard from any process.</summary>
internal sealed class Bell(string folder)
{
    private const string Name = "bell.txt";
    private readonly string _path = Path.Combine(folder, Name);

    public void Ring(string node)
    {
        using var file = new StreamWriter(new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite));
        file.WriteLine(node);
    }

    /// <summary>The names of the nodes that rang, in order.</summary>
    public IReadOnlyList<string> Rings()
    {
        using var file = new StreamReader(new FileStream(_path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite));
        return file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>Waits until it has rung like that.</summary>
    public async Task HearAsync(Func<IReadOnlyList<string>, bool> enough, TimeSpan atMost)
    {
        using var heard = new SemaphoreSlim(0);
        using var watcher = new FileSystemWatcher(folder, Name);
        watcher.Changed += (_, _) => heard.Release();
        watcher.Created += (_, _) => heard.Release();
        watcher.EnableRaisingEvents = true;
        using var limit = new CancellationTokenSource(atMost);
        while (!enough(Rings()))
        {
            await heard.WaitAsync(limit.Token);
        }
    }
}
