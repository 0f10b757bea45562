using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SkillDistill.Browser.Tests;
using SkillDistill.Data;
using SkillDistill.Data.Coverage;
using SkillDistill.Data.Coverage.Counting;
using SkillDistill.Data.People;
using SkillDistill.Data.Stores;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;

namespace SkillDistill.Benchmarks.Coverage;

/// <summary>
/// Coverage over ever larger companies, as the running product serves it: the page of a department of 40 teams, that of the whole company with what rests on one person, and how long after a change of one person's level a page
/// says so; beside them, without a limit that is asked for, some of the company's lines, a later day and its months. On PostgreSQL (SKILLDISTILL_TEST_POSTGRES) at 1,000, 10,000 and 100,000 people, on SQLite at 1,000. Meant: at 100,000 at most 1.5 times the p95 at 1,000 and under 50 ms; a change within 1 s; SQLite under 100 ms.
/// </summary>
/// <remarks>
/// SKILLDISTILL_BENCH_PEOPLE names the sizes, parted by commas, SKILLDISTILL_BENCH_STORE one store where not both are wanted. The databases coverage_... are made anew by each run, and left for whoever wants to look into them.
/// </remarks>
internal static class CoverageCurve
{
    private const int Rounds = 200;
    private const int Changes = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    public static async Task RunAsync()
    {
        int[] sizes = [.. (Environment.GetEnvironmentVariable("SKILLDISTILL_BENCH_PEOPLE") ?? "1000,10000,100000").Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture))];
        var only = Environment.GetEnvironmentVariable("SKILLDISTILL_BENCH_STORE");
        if (only is null or "Sqlite")
        {
            await OnSqliteAsync(sizes[0]);
        }

        if (only is "Sqlite" || Environment.GetEnvironmentVariable("SKILLDISTILL_TEST_POSTGRES") is not { Length: > 0 } server)
        {
            Console.WriteLine("PostgreSQL is left out, or SKILLDISTILL_TEST_POSTGRES names no server.");
            return;
        }

        var smallest = new Dictionary<string, double>();
        foreach (var size in sizes)
        {
            foreach (var (what, p95) in await OnPostgresAsync(server, size))
            {
                smallest.TryAdd(what, p95);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"PostgreSQL {size,9:N0} people  {what,-20} {p95 / smallest[what],5:0.00} times the p95 at {sizes[0]:N0}"));
            }
        }
    }

    private static async Task OnSqliteAsync(int size)
    {
        await using var product = await RunningProduct.StartAsync("--Encoder:Provider", "None", "--Coverage:LargeTeam", "1");
        await MeasureAsync("SQLite", size, product, product.Store, product.Store);
    }

    private static async Task<Dictionary<string, double>> OnPostgresAsync(string server, int size)
    {
        var database = $"coverage_{size}";
        await OnServerAsync(server, $"DROP DATABASE IF EXISTS {database} WITH (FORCE)");
        // As docs/operations.md advises for large organisations.
        var connection = new NpgsqlConnectionStringBuilder(server) { Database = database, MaxAutoPrepare = 50, Options = "-c jit=off -c plan_cache_mode=force_generic_plan" };
        await using var product = await RunningProduct.StartAsync(
            "--Encoder:Provider", "None", "--Coverage:LargeTeam", "1", "--Store:Provider", nameof(StoreProvider.PostgreSql), "--Store:MigrateAtStart", "true", "--ConnectionStrings:SkillDistill", connection.ToString());
        // Without triggers and foreign keys, or a million notes would be written beside the people.
        var quick = new NpgsqlConnectionStringBuilder(connection.ToString()) { CommandTimeout = 900, Options = "-c session_replication_role=replica" }.ToString();
        return await MeasureAsync("PostgreSQL", size, product, () => Open(quick), () => Open(connection.ToString()));
    }

    private static async Task<Dictionary<string, double>> MeasureAsync(string store, int size, RunningProduct product, Func<SkillDistillDb> openQuick, Func<SkillDistillDb> open)
    {
        var watch = Stopwatch.StartNew();
        Id<Team> company, department;
        await using (var db = openQuick())
        {
            (company, department) = await new CompanyOfMany(db, size).FoundAsync("dafydd@lindenau.example");
        }

        var written = watch.Elapsed;
        await using var known = open();
        known.Database.SetCommandTimeout(Patience);
        await new CountCrowds(known, new TeamTrees(), new ReadMembers(known, TimeProvider.System), Anonymity.Usual, TimeProvider.System).RunAsync(CancellationToken.None);
        var counted = watch.Elapsed - written;
        while (await known.CoverageDue.AnyAsync(due => due.DueAt == null && due.DueOn == null))
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            if (watch.Elapsed > Patience)
            {
                throw new TimeoutException("The product did not reckon everything.");
            }
        }

        var (reckoned, cells) = (watch.Elapsed - written - counted, await known.CoverageCells.CountAsync());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{store,-10} {size,9:N0} people  written in {written.TotalSeconds:0} s, unnamed people counted in {counted.TotalSeconds:0} s, {cells:N0} cells reckoned in {reckoned.TotalSeconds:0} s"));
        await CompanyOfMany.WasAlwaysSoAsync(known);
        await known.Database.ExecuteSqlRawAsync(known.Database.IsNpgsql() ? "VACUUM ANALYZE" : "ANALYZE");
        if (known.Database.IsNpgsql())
        {
            // Or what was just written would go to the disk while pages are timed.
            await known.Database.ExecuteSqlRawAsync("CHECKPOINT");
        }

        using var http = await DemoWindow.SignedInAsync(product.Address, "dafydd");
        var p95 = new Dictionary<string, double>();
        var (of, some) = ($"/coverage/large?team={company}", Rounds / 4);
        var pages = new[]
        {
            ("nothing", "/people/search?q=", Rounds), ("a department", $"/coverage/large?team={department}", Rounds), ("the company", of, Rounds),
            ("its gaps in a group", $"{of}&state=Gap&q=Field+7", some), ("in 18 months", $"{of}&horizon=18", some), ("its months", $"/coverage/large/months?team={company}", some),
        };
        foreach (var (_, path, rounds) in pages)
        {
            await TimesAsync(http, path, rounds);
        }

        foreach (var (what, path, rounds) in pages)
        {
            var backends = await BackendsAsync(known);
            var used = Used(product, backends);
            var (took, length) = await TimesAsync(http, path, rounds);
            var processor = (Used(product, backends) - used) / rounds;
            p95[what] = Percentile.Of(took, .95);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{store,-10} {size,9:N0} people  {what,-20} p50 {Percentile.Of(took, .5),6:0.0} p95 {p95[what],6:0.0} ms, processor {processor,6:0.0} ms, {length / 1024:N0} KB"));
        }

        p95["a change"] = await ChangeAsync(store, size, http, known, department);
        return p95;
    }

    /// <summary>The server's processes that serve this database, where it runs on this machine.</summary>
    private static async Task<List<int>> BackendsAsync(SkillDistillDb db) =>
        db.Database.IsNpgsql() ? await db.Database.SqlQuery<int>($"SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()").ToListAsync() : [];

    /// <summary>Milliseconds that a processor worked for the product, and for the server: what a page would take on a machine that does nothing else.</summary>
    private static double Used(RunningProduct product, List<int> backends) => product.ProcessorTime.TotalMilliseconds
        + backends.Where(backend => File.Exists($"/proc/{backend}/schedstat")).Sum(backend => double.Parse(File.ReadAllText($"/proc/{backend}/schedstat").Split(' ')[0], CultureInfo.InvariantCulture) / 1e6);

    private static async Task<(List<double> Took, int Length)> TimesAsync(HttpClient http, string path, int rounds)
    {
        var (took, length) = (new List<double>(), 0);
        for (var round = 0; round < rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            length = (await http.GetByteArrayAsync(new Uri(path, UriKind.Relative))).Length;
            took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return (took, length);
    }

    /// <summary>From the moment at which a change is in the store to the moment at which the page that knows of it is here.</summary>
    private static async Task<double> ChangeAsync(string store, int size, HttpClient http, SkillDistillDb db, Id<Team> department)
    {
        var named = await (from person in db.People
                           join team in db.Teams on person.TeamId equals team.Id
                           where team.ParentId == department
                           join level in db.Proficiencies on person.Id equals level.PersonId
                           orderby level.PersonId, level.SkillId
                           select new { level.PersonId, level.SkillId }).Take(Changes).ToListAsync();
        var took = new List<double>();
        foreach (var one in named)
        {
            await db.Proficiencies.Where(level => level.PersonId == one.PersonId && level.SkillId == one.SkillId).ExecuteUpdateAsync(set => set.SetProperty(level => level.Level, level => level.Level % 5 + 1));
            var started = Stopwatch.GetTimestamp();
            await http.GetByteArrayAsync(new Uri($"/coverage/large?team={department}", UriKind.Relative));
            took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            if (await db.CoverageDue.AnyAsync(due => due.DueAt == null && due.DueOn == null))
            {
                throw new InvalidOperationException("The page did not know of the change.");
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{store,-10} {size,9:N0} people  {"a change",-20} p50 {Percentile.Of(took, .5),6:0.0} p95 {Percentile.Of(took, .95),6:0.0} ms until a page says so"));
        return Percentile.Of(took, .95);
    }

    private static PostgresDb Open(string connection)
    {
        var builder = new DbContextOptionsBuilder<PostgresDb>();
        builder.UsePostgres(connection);
        return new PostgresDb(builder.Options);
    }

    private static async Task OnServerAsync(string server, string statement)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
#pragma warning disable CA2100 // A name of our own.
        await using var command = new NpgsqlCommand(statement, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
