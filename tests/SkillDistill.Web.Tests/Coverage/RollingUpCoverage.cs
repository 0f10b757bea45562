using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Coverage.RollingUp;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.Coverage.RollingUp;

namespace SkillDistill.Web.Tests.Coverage;

/// <summary>What is kept of coverage is what coverage reckons from people, whatever changes, however it changes, and whoever is stopped meanwhile.</summary>
public sealed class RollingUpCoverage : IDisposable
{
    private readonly House _house = new();

    public RollingUpCoverage() => Assert.NotNull(_house.Services);

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Kept_cells_say_after_any_changes_what_is_reckoned_from_all_people()
    {
        var random = new Random(20261130);
        var skills = (await _house.SkillsAsync()).Take(5).ToList();
        var (cells, unnamed, states) = (0, 0, new HashSet<CoverageState>());
        for (var organisation = 0; organisation < 12; organisation++)
        {
            var changes = new RandomChanges(_house, random, await _house.FoundAsync(random, skills), skills);
            for (var round = 0; round < 6; round++)
            {
                await _house.RunAsync<SettleCoverage>();

                var kept = await _house.AgreesAsync(changes.Root);

                (cells, unnamed) = (cells + kept.Count, unnamed + kept.Count(cell => !cell.Unnamed.IsNone));
                states.UnionWith(kept.Select(cell => cell.State));
                await changes.MakeAsync(random.Next(1, 5));
            }
        }

        // Or it would agree about nothing.
        Assert.True(cells > 500 && unnamed > 50, $"{cells} cells, {unnamed} with unnamed people");
        Assert.Equal(Enum.GetValues<CoverageState>().Length, states.Count);
    }

    [Fact]
    public async Task Of_a_team_that_is_removed_nothing_is_kept_and_those_above_count_without_it()
    {
        var random = new Random(3);
        var skills = (await _house.SkillsAsync()).Take(5).ToList();
        var root = new RandomChanges(_house, random, await _house.FoundAsync(random, skills), skills).Root;
        var below = Team.Form("Soon gone", root);
        await _house.InStoreAsync(db =>
        {
            db.Teams.Add(below);
            db.Targets.Add(Target.Set(below.Id, skills[0], 3, 40).Value);
            return db.SaveChangesAsync();
        });
        await _house.RunAsync<SettleCoverage>();
        Assert.Contains(await _house.AgreesAsync(root), cell => cell.TeamId == below.Id && cell.State == CoverageState.Gap);

        await _house.InStoreAsync(async db =>
        {
            var tree = new TeamTree(await db.Teams.AsNoTracking().ToListAsync());
            Assert.False((await db.Teams.SingleAsync(team => team.Id == below.Id)).Remove(0, tree, _house.Clock.GetUtcNow()).Refused(out _));
            await db.Targets.Where(target => target.TeamId == below.Id).ExecuteDeleteAsync();
            return await db.SaveChangesAsync();
        });
        await _house.RunAsync<SettleCoverage>();

        await _house.AgreesAsync(root);
        Assert.Equal((0, 0), await _house.InStoreAsync(async db => (await db.CoverageCells.CountAsync(cell => cell.TeamId == below.Id), await db.CoverageTotals.CountAsync(total => total.TeamId == below.Id))));
    }

    [Fact]
    public async Task Changes_while_several_nodes_settle_at_once_are_all_in_it_in_the_end()
    {
        var random = new Random(7);
        var skills = (await _house.SkillsAsync()).Take(5).ToList();
        var changes = new RandomChanges(_house, random, await _house.FoundAsync(random, skills), skills);
        using var done = new CancellationTokenSource();

        var nodes = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                await _house.RunAsync<SettleCoverage>();
            }
        })).ToList();
        await Task.Run(() => changes.MakeAsync(40));
        await done.CancelAsync();
        await Task.WhenAll(nodes);
        await _house.RunAsync<SettleCoverage>();

        Assert.NotEmpty(await _house.AgreesAsync(changes.Root));
    }

    [Fact]
    public async Task Whoever_is_stopped_while_settling_has_changed_nothing_and_forgotten_nothing()
    {
        var random = new Random(11);
        var skills = (await _house.SkillsAsync()).Take(5).ToList();
        var changes = new RandomChanges(_house, random, await _house.FoundAsync(random, skills), skills);
        var stopped = 0;
        for (var after = 0; after < 60; after++)
        {
            await changes.MakeAsync(1);
            var before = await NotesAsync();
            try
            {
                // Stopped at its first, second, third ... statement.
                await _house.UsingAsync<IServiceProvider>(services => StopAfterAsync(services, after));
            }
            catch (OperationCanceledException)
            {
                stopped++;
                Assert.Equal(before, await NotesAsync());
            }
        }

        await _house.RunAsync<SettleCoverage>();

        Assert.True(stopped > 10, $"It was stopped {stopped} times only.");
        Assert.NotEmpty(await _house.AgreesAsync(changes.Root));
    }

    [Fact]
    public async Task A_consent_that_ends_by_the_clock_is_in_no_cell_from_that_moment()
    {
        await _house.CanDoEverythingAsync("marek");
        await _house.GivesAsync("marek", Purpose.HoldProfile);
        await _house.GivesAsync("marek", Purpose.ShowNamedCoverage);
        await _house.RunAsync<SettleCoverage>();
        var team = (await _house.PersonAsync("marek")).TeamId!.Value;
        var named = await NamedAsync(team);

        _house.Clock.Advance(_house.Clock.GetUtcNow().AddMonths(1) - _house.Clock.GetUtcNow() - TimeSpan.FromSeconds(1));
        await _house.RunAsync<SettleCoverage>();
        Assert.Equal(named, await NamedAsync(team));
        _house.Clock.Advance(TimeSpan.FromSeconds(1));
        await _house.RunAsync<SettleCoverage>();

        Assert.True(await NamedAsync(team) < named);
        await _house.AgreesAsync(await RootOfAsync(team));
    }

    [Fact]
    public async Task A_target_counts_from_the_day_it_is_due()
    {
        var skill = (await _house.SkillsAsync())[0];
        var day = CoverageLook.DayOf(_house.Clock.GetUtcNow()).AddDays(3);
        var team = await _house.InStoreAsync(async db =>
        {
            var formed = Team.Form("Newly formed", null);
            db.Teams.Add(formed);
            db.Targets.Add(Target.Set(formed.Id, skill, 3, 2, day).Value);
            await db.SaveChangesAsync();
            return formed.Id;
        });
        await _house.RunAsync<SettleCoverage>();
        Assert.Empty(await _house.AgreesAsync(team));

        _house.Clock.Advance(TimeSpan.FromDays(3));
        await _house.RunAsync<SettleCoverage>();

        Assert.Equal((CoverageState.Gap, 2), Assert.Single((await _house.AgreesAsync(team)).Select(cell => (cell.State, cell.Missing))));
    }

    [Fact]
    public async Task What_was_spoiled_is_found_by_a_recount_and_mended_only_where_that_is_asked_for()
    {
        await _house.RunAsync<SettleCoverage>();
        Assert.True((await CheckAsync(mend: false)).IsInOrder);
        var (team, skill) = await _house.InStoreAsync(async db =>
        {
            var cell = await db.CoverageCells.AsNoTracking().Where(cell => cell.HeadCount != null).OrderBy(cell => cell.TeamId).ThenBy(cell => cell.SkillId).FirstAsync();
            await db.CoverageCells.Where(spoiled => spoiled.TeamId == cell.TeamId && spoiled.SkillId == cell.SkillId).ExecuteUpdateAsync(set => set.SetProperty(spoiled => spoiled.Named.AtLeast1, 77).SetProperty(spoiled => spoiled.HeadCount, 78));
            return (cell.TeamId, cell.SkillId);
        });

        var found = await CheckAsync(mend: false);
        var again = await CheckAsync(mend: true);

        Assert.Equal([(team, skill)], found.First);
        Assert.Equal(1, again.Cells);
        Assert.True((await CheckAsync(mend: false)).IsInOrder);
        await _house.AgreesAsync(await RootOfAsync(team));
    }

    private static async Task StopAfterAsync(IServiceProvider services, int statements)
    {
        using var stop = new CancellationTokenSource();
        var left = statements;
        var db = (Data.SkillDistillDb)services.GetService(typeof(Data.SkillDistillDb))!;
        using var listening = Statements.Heard(db, () =>
        {
            if (left-- == 0)
            {
                stop.Cancel();
            }
        });
        await ((RollUpCoverage)services.GetService(typeof(RollUpCoverage))!).RunAsync(((TimeProvider)services.GetService(typeof(TimeProvider))!).GetUtcNow(), stop.Token);
    }

    private Task<List<long>> NotesAsync() => _house.InStoreAsync(db => db.CoverageDue.OrderBy(due => due.Id).Select(due => due.Id).ToListAsync());

    private Task<int> NamedAsync(Id<Team> team) => _house.InStoreAsync(db => db.CoverageCells.Where(cell => cell.TeamId == team).SumAsync(cell => cell.Named.AtLeast1));

    private Task<Id<Team>> RootOfAsync(Id<Team> team) => _house.InStoreAsync(async db => new TeamTree(await db.Teams.AsNoTracking().ToListAsync()).Lineage(team)[^1]);

    private Task<RollUpReport> CheckAsync(bool mend) => _house.AskAsync<IServiceProvider, RollUpReport>(services => CheckCoverageCommand.RunAsync(services, mend, CancellationToken.None));
}
