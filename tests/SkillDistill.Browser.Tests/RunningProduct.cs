using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Stores;
using SkillDistill.Tests;

namespace SkillDistill.Browser.Tests;

/// <summary>
/// The product as users run it: its own process, on a free loopback port, with a new data folder and the demo organisation. It can be killed and
/// started again on the same data.
/// </summary>
public sealed class RunningProduct : IAsyncDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "skilldistill-tests", Guid.NewGuid().ToString("N"));
    private readonly Queue<string> _lastLines = new();
    private readonly string[] _settings;
    private Process? _process;

    private RunningProduct(string[] settings) => _settings = settings;

    private static string Configuration { get; } = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public string DataFolder => _folder;

    /// <summary>The whole address of a page.</summary>
    public string At(string path) => new Uri(Address, path).ToString();

    /// <summary>The memory the process holds now (resident set), in bytes.</summary>
    public long ResidentMemory
    {
        get
        {
            _process!.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>What the process has taken of the processors until now.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process!.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Without the encoder, where nobody asks: it would read the demo's cards at every start.</summary>
    public static Task<RunningProduct> StartWithoutEncoderAsync() => StartAsync("--Encoder:Provider", "None");

    /// <param name="settings">As on the command line: "--Models:Model", "m", ...</param>
    public static async Task<RunningProduct> StartAsync(params string[] settings)
    {
        var product = new RunningProduct(settings);
        await product.StartAgainAsync();
        return product;
    }

    /// <param name="whereItWas">At the address that open windows know.</param>
    public async Task StartAgainAsync(bool whereItWas = false)
    {
        Address = whereItWas ? Address : new Uri($"http://127.0.0.1:{FreePort()}");
        var ready = new TaskCompletionSource();
        _process = Process.Start(Start(["--urls", Address.ToString(), "--Store:Folder", _folder, .. _settings]))!;
        _process.OutputDataReceived += (_, line) => Heard(line.Data, ready);
        _process.ErrorDataReceived += (_, line) => Heard(line.Data, ready);
        _process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The product stopped:\n{string.Join('\n', _lastLines)}"));
        _process.EnableRaisingEvents = true;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await ready.Task.WaitAsync(TimeSpan.FromMinutes(4));
    }

    /// <summary>What it keeps, read and written beside it.</summary>
    public SqliteDb Store()
    {
        var builder = new DbContextOptionsBuilder<SqliteDb>();
        builder.UseSqliteFile(Path.Combine(_folder, "skilldistill.db"));
        return new SqliteDb(builder.Options);
    }

    /// <summary>Another process of the product, on the same data, that does one thing and ends.</summary>
    /// <returns>Its exit code, and what it said.</returns>
    public async Task<(int Code, string Said)> CommandAsync(string command)
    {
        using var process = Process.Start(Start(command, "--Store:Folder", _folder))!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await said + await complained);
    }

    /// <summary>As a power cut would: no chance to tidy up (SIGKILL).</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }

        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static ProcessStartInfo Start(params string[] arguments)
    {
        var web = Path.Combine(Repository.Root, "src", "SkillDistill.Web");
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = web, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(web, "bin", Configuration, "net10.0", "SkillDistill.Web.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        return start;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Heard(string? line, TaskCompletionSource ready)
    {
        if (line is null)
        {
            return;
        }

        lock (_lastLines)
        {
            _lastLines.Enqueue(line);
            if (_lastLines.Count > 30)
            {
                _lastLines.Dequeue();
            }
        }

        if (line.Contains("SkillDistill is ready", StringComparison.Ordinal))
        {
            ready.TrySetResult();
        }
    }
}
