using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using SkillDistill.Web.Jobs;

namespace SkillDistill.Web.Tests.Jobs;

/// <summary>A node that does these chores, instead of the product's own, by the true time, on premises that outlive it.</summary>
/// <param name="bell">How its bell behaves; see <see cref="RingBell"/>.</param>
internal sealed class Node(Premises premises, string name, Action<IServiceCollection> chores, string bell = "", bool working = true) : House(premises)
{
    private readonly Notebook _notebook = new();

    /// <summary>What it complained of so far.</summary>
    public string Logged => _notebook.Text;

    protected override bool Furnished => false;

    protected override bool Working => working;

    public Node Start()
    {
        _ = Server;
        return this;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Node", name);
        builder.UseSetting("Bell", bell);
        builder.ConfigureServices(services => chores(services
            .RemoveAll<Routine>()
            .Replace(ServiceDescriptor.Singleton(LoggerFactory.Create(logging => logging.AddProvider(_notebook))))));
    }
}
