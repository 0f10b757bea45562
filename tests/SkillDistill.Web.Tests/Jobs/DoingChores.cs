using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using SkillDistill.Data.Jobs;
using SkillDistill.Web.Jobs;

namespace SkillDistill.Web.Tests.Jobs;

/// <summary>Chores on real schedulers, real stores and the true time.</summary>
public sealed class DoingChores : IDisposable
{
    private const string AtNewYear = "0 0 0 1 1 ?";

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private readonly Premises _premises = new();

    private Bell Bell => new(_premises.Folder);

    [Fact]
    public async Task A_chore_is_done_again_and_again()
    {
        using var node = new Node(_premises, "one", EverySecond).Start();

        await Bell.HearAsync(rings => rings.Count >= 3, Soon);

        Assert.Empty(node.Logged);
    }

    [Fact]
    public async Task A_chore_that_fails_is_tried_again_and_logged_without_content()
    {
        using var node = new Node(_premises, "one", EverySecond, bell: "breaks").Start();

        await Bell.HearAsync(rings => rings.Count >= 3, Soon);

        Assert.Contains("The chore RingBell failed", node.Logged, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException because of FormatException", node.Logged, StringComparison.Ordinal);
        Assert.Contains("RingBell.RunAsync", node.Logged, StringComparison.Ordinal);
        Assert.DoesNotContain("Mei", node.Logged, StringComparison.Ordinal);
        Assert.DoesNotContain("afterwards", node.Logged, StringComparison.Ordinal);
        using var visitor = node.CreateClient();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(new Uri("/health", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task What_was_due_while_no_node_ran_is_made_up_for_at_the_next_start()
    {
        using (new Node(_premises, "before", EveryNewYear).Start())
        {
        }

        using (var resting = new Node(_premises, "resting", EveryNewYear, working: false))
        {
            await resting.InStoreAsync(db => db.Database.ExecuteSqlAsync($"update qrtz_triggers set next_fire_time = next_fire_time - {TimeSpan.FromDays(400).Ticks}"));
        }

        using var after = new Node(_premises, "after", EveryNewYear).Start();

        await Bell.HearAsync(rings => rings.Contains("after"), Soon);
        Assert.Equal(["after"], Bell.Rings());
    }

    [Fact]
    public async Task A_chore_keeps_its_next_time_until_its_times_change_and_goes_when_it_is_not_wanted_any_more()
    {
        var first = await ScheduleAsync(chores => chores.AddChore<RingBell>(TimeSpan.FromHours(2)).AddChore<Idle>(AtNewYear));
        var same = await ScheduleAsync(chores => chores.AddChore<RingBell>(TimeSpan.FromHours(2)).AddChore<Idle>(AtNewYear));
        var other = await ScheduleAsync(chores => chores.AddChore<RingBell>(TimeSpan.FromHours(3)));

        Assert.Equal(["Idle: 0 0 0 1 1 ?", "RingBell: every 02:00:00"], first.Keys.Order());
        Assert.Equal(first, same);
        Assert.Equal(["RingBell: every 03:00:00"], other.Keys);
    }

    [Fact]
    public async Task A_chore_that_stops_with_its_node_is_run_again_at_the_next_start()
    {
        var before = new Node(_premises, "before", EveryHour, bell: "hangs").Start();
        using (before)
        {
            await Bell.HearAsync(rings => rings.Count == 1, Soon);
        }

        using var after = new Node(_premises, "after", EveryHour).Start();

        await Bell.HearAsync(rings => rings.Contains("after"), Soon);
        Assert.Equal(["before", "after"], Bell.Rings());
        Assert.Empty(before.Logged + after.Logged);
    }

    [Fact]
    public async Task A_chore_whose_node_is_killed_is_run_again_by_the_next()
    {
        using (new NodeProcess(_premises, "killed"))
        {
            await Bell.HearAsync(rings => rings.Count == 1, TimeSpan.FromSeconds(90));
        }

        using var next = new Node(_premises, "next", EveryHour).Start();

        await Bell.HearAsync(rings => rings.Contains("next"), TimeSpan.FromSeconds(75));
        Assert.Equal(["killed", "next"], Bell.Rings());
    }

    [SkippableFact]
    public async Task Nodes_on_one_store_run_each_firing_once_and_take_over_from_one_another()
    {
        Skip.IfNot(Premises.OnPostgres, "The embedded store is for one node.");
        using var right = new Node(_premises, "right", EverySecond).Start();
        using (new Node(_premises, "left", EverySecond).Start())
        {
            await Bell.HearAsync(rings => rings.Count >= 10, Soon);
        }

        var then = Bell.Rings().Count;
        await Bell.HearAsync(rings => rings.Skip(then).Count(node => node == "right") >= 3, TimeSpan.FromSeconds(40));
        await (await right.Services.GetRequiredService<ISchedulerFactory>().GetScheduler()).Shutdown(waitForJobsToComplete: true);
        var triggered = await right.InStoreAsync(db => db.Database.SqlQuery<long>($"select times_triggered as \"Value\" from qrtz_simple_triggers").SingleAsync());
        Assert.Equal(triggered, Bell.Rings().Count);
    }

    public void Dispose() => _premises.Dispose();

    private static void EverySecond(IServiceCollection services) => services.AddChore<RingBell>(TimeSpan.FromSeconds(1));

    private static void EveryNewYear(IServiceCollection services) => services.AddChore<RingBell>(AtNewYear);

    private static void EveryHour(IServiceCollection services) => services.AddChore<RingBell>(TimeSpan.FromHours(1));

    /// <summary>Starts and stops a node with these chores, and reads what it left scheduled: the words of the times, with the next time.</summary>
    private async Task<Dictionary<string, long>> ScheduleAsync(Action<IServiceCollection> chores)
    {
        using var node = new Node(_premises, "one", services => chores(services)).Start();
        await Bell.HearAsync(rings => rings.Count >= 1, Soon);
        return await node.InStoreAsync(db => db.Database.SqlQuery<Planned>($"select job_name || ': ' || description as \"What\", next_fire_time as \"Next\" from qrtz_triggers")
            .ToDictionaryAsync(planned => planned.What, planned => planned.Next));
    }

    private sealed record Planned(string What, long Next);

    private sealed class Idle : IChore
    {
        public Task RunAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
