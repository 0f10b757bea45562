using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Data.Jobs;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Tests;

/// <summary>The real application with the demo organisation, on premises of its own. Only the clock is ours.</summary>
public class House : WebApplicationFactory<Program>
{
    private readonly Premises _premises;
    private readonly bool _isTenant;

    public House()
        : this((House?)null)
    {
    }

    /// <summary>On premises that stay when the house is gone.</summary>
    internal House(Premises premises) => (_premises, _isTenant, Clock) = (premises, true, NewClock());

    /// <param name="first">The node whose premises and clock this one shares, or null.</param>
    private protected House(House? first) => (_premises, _isTenant, Clock) = (first?._premises ?? new Premises(), first is not null, first?.Clock ?? NewClock());

    public static bool OnPostgres => Premises.OnPostgres;

    public FakeTimeProvider Clock { get; }

    /// <summary>Whether the demo organisation moves in.</summary>
    protected virtual bool Furnished => true;

    /// <summary>Whether chores are done by themselves. They go by the true time then, and so does the whole house.</summary>
    protected virtual bool Working => false;

    /// <summary>A person of the demo organisation, signed in, as if in a browser of their own.</summary>
    public async Task<Visitor> SignedInAsync(string key)
    {
        var visitor = Stranger();
        await visitor.SignInAsync(key);
        return visitor;
    }

    public Visitor Stranger() => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("http://localhost") }));

    /// <summary>Has a chore done now, as the scheduler would.</summary>
    internal Task RunAsync<TChore>()
        where TChore : class, IChore =>
        UsingAsync<TChore>(chore => chore.RunAsync(CancellationToken.None));

    /// <summary>Has one of the application's services do something, in a scope of its own.</summary>
    internal async Task UsingAsync<TService>(Func<TService, Task> use)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Looks into the store behind the application's back.</summary>
    public async Task<T> InStoreAsync<T>(Func<SkillDistillDb, Task<T>> look)
    {
        await using var scope = Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<SkillDistillDb>());
    }

    /// <summary>Decides for a person as their page would: through the ledger.</summary>
    public async Task DecideAsync(Id<Person> subject, Func<ConsentStream, Refusal?> decide)
    {
        await using var scope = Services.CreateAsyncScope();
        Assert.Null((await scope.ServiceProvider.GetRequiredService<ConsentLedger>().DecideAsync(subject, decide, CancellationToken.None)).Refusal);
    }

    /// <summary>Asks one of the application's services something, in a scope of its own.</summary>
    public async Task<TAnswer> AskAsync<TService, TAnswer>(Func<TService, Task<TAnswer>> ask)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("Demo:Enabled", Furnished ? "true" : "false");
        builder.UseSetting("Jobs:Enabled", Working ? "true" : "false");
        builder.UseSetting("Serilog:MinimumLevel:Default", "Warning");
        foreach (var (name, value) in _premises.Settings())
        {
            builder.UseSetting(name, value);
        }

        if (!Working)
        {
            builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
        }
    }

    /// <summary>
    /// What a first start leaves is the same for every house that is built by the plan and opens on the first day, and takes seconds to make: such a
    /// house moves into a copy. One with plans or a day of its own starts from nothing.
    /// </summary>
    protected override IHost CreateHost(IHostBuilder builder)
    {
        if (!_isTenant && GetType() == typeof(House) && Clock.GetUtcNow() == Clock.Start)
        {
            _premises.Become(ShowHouse.Premises);
        }

        return base.CreateHost(builder);
    }

    private static FakeTimeProvider NewClock() => new(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && !_isTenant)
        {
            _premises.Dispose();
        }
    }
}

/// <summary>The application as it is at its very first start: nobody in it.</summary>
public sealed class EmptyHouse : House
{
    protected override bool Furnished => false;
}
