using System.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using SkillDistill.Web.Jobs;
using SkillDistill.Web.Tests.Jobs;

[assembly: HostingStartup(typeof(NodeProcess.Chores))]

namespace SkillDistill.Web.Tests.Jobs;

/// <summary>A node in a process of its own, which can be killed (SIGKILL). It rings the bell once an hour, from its start on, and then hangs.</summary>
internal sealed class NodeProcess : IDisposable
{
    private readonly Process _process;

    public NodeProcess(Premises premises, string name)
    {
        var tests = Path.Combine(AppContext.BaseDirectory, "SkillDistill.Web.Tests");
        string[] program = ["exec", "--runtimeconfig", $"{tests}.runtimeconfig.json", "--depsfile", $"{tests}.deps.json", Path.Combine(AppContext.BaseDirectory, "SkillDistill.Web.dll")];
        var settings = premises.Settings().Append(("urls", "http://127.0.0.1:0")).Append(("Node", name)).Append(("Bell", "hangs"));
        var start = new ProcessStartInfo("dotnet", [.. program, .. settings.Select(setting => $"--{setting.Item1}={setting.Item2}")])
        {
            WorkingDirectory = Path.Combine(SourceCode.Root, "src", "SkillDistill.Web"),
        };
        start.Environment["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = "SkillDistill.Web.Tests";
        _process = Process.Start(start)!;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>Brings the chore into the product's own process.</summary>
    internal sealed class Chores : IHostingStartup
    {
        public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services => services.AddChore<RingBell>(TimeSpan.FromHours(1)));
    }
}
