using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;
using SkillDistill.Data;
using SkillDistill.Data.Profiles.Indexing;
using SkillDistill.Data.Stores;
using SkillDistill.Distillation.Retrieval;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.Agents.Indexing;
using SkillDistill.Web.Pages.Ask;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Benchmarks.Knowing;

/// <summary>
/// "Who knows about this" over ever larger companies, as the page asks it, with consents and audiences of all kinds: two rare words, a common one, a common and a rare one, and the first page of the directory. On
/// PostgreSQL (SKILLDISTILL_TEST_POSTGRES) up to a million cards, on SQLite up to a hundred thousand. The companies are kept for the next run: databases who_knows_..., files in the folder for temporary ones. Beside
/// the time on the clock stands the processor's, of this process and of the server's: what a search would take on a machine that does nothing else.
/// </summary>
/// <remarks>SKILLDISTILL_BENCH_CARDS names the sizes, parted by commas, SKILLDISTILL_BENCH_STORE one store where not both are wanted.</remarks>
internal static class WhoKnows
{
    private const int Rounds = 3;
    private const int Searches = 60;

    private const string Sizes = "10000,100000,1000000";

    public static async Task RunAsync()
    {
        int[] sizes = [.. (Environment.GetEnvironmentVariable("SKILLDISTILL_BENCH_CARDS") ?? Sizes).Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture))];
        var only = Environment.GetEnvironmentVariable("SKILLDISTILL_BENCH_STORE");
        if (only is null or "Sqlite")
        {
            await CurveAsync("SQLite", [.. sizes.Where(size => size <= 100_000)], OnSqlite);
        }

        if ((only is null or "PostgreSql") && Environment.GetEnvironmentVariable("SKILLDISTILL_TEST_POSTGRES") is { Length: > 0 } server)
        {
            await CurveAsync("PostgreSQL", sizes, size => OnPostgres(server, size));
        }
        else
        {
            Console.WriteLine("PostgreSQL is left out, or SKILLDISTILL_TEST_POSTGRES names no server.");
        }

        await PepExperts.RunAsync();
    }

    private static async Task CurveAsync(string store, int[] sizes, Func<int, Func<SkillDistillDb>> open)
    {
        var before = new Dictionary<string, double>();
        foreach (var size in sizes)
        {
            await PrepareAsync(open(size), size);
            foreach (var (what, words) in Kinds())
            {
                var rounds = new List<Round>();
                for (var round = 0; round < Rounds; round++)
                {
                    var times = await TimesAsync(open(size), what, words, round);
                    var (clock, processor) = (times.ConvertAll(time => time.Clock), times.ConvertAll(time => time.Processor));
                    rounds.Add(new Round(Percentile.Of(clock, .5), Percentile.Of(clock, .95), Percentile.Of(processor, .5), Percentile.Of(processor, .95)));
                }

                rounds = [.. rounds.OrderBy(one => one.Most)];
                var (best, median) = (rounds[0], rounds[rounds.Count / 2]);
                var ratio = before.TryGetValue(what, out var smaller) ? $"{median.MostProcessor / smaller,5:0.0} times the size before" : "";
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{store,-10} {size,9:N0} cards  {what,-20} best p50 {best.Half,5:0} p95 {best.Most,5:0}  median p50 {median.Half,5:0} p95 {median.Most,5:0}  processor p50 {median.HalfProcessor,5:0} p95 {median.MostProcessor,5:0} ms {ratio}"));
                before[what] = median.MostProcessor;
            }
        }
    }

    /// <summary>What is asked, by the ranks of the words.</summary>
    private static IEnumerable<(string What, Func<Random, int[]> Words)> Kinds() =>
    [
        ("two rare words", chance => [chance.Next(5_000, 20_000), chance.Next(5_000, 20_000)]),
        ("a common word", chance => [chance.Next(5, 40)]),
        ("a common and a rare", chance => [chance.Next(5, 40), chance.Next(5_000, 20_000)]),
        ("two common words", chance => [chance.Next(5, 40), chance.Next(40, 80)]),
        ("the directory", _ => []),
    ];

    private static async Task<List<(double Clock, double Processor)>> TimesAsync(Func<SkillDistillDb> open, string what, Func<Random, int[]> words, int round)
    {
        var (invented, chance, times, cache) = (new InventedWords(), new Random(what.Length + (round * 1000)), new List<(double Clock, double Processor)>(), new MemoryCache(new MemoryCacheOptions()));
        await using var first = open();
        var tree = new TeamTree(await first.Teams.AsNoTracking().ToListAsync());
        var askers = await first.People.AsNoTracking().Where(person => person.TeamId != null).OrderBy(person => person.Id).Take(2000).ToListAsync();
        for (var search = -5; search < Searches; search++)
        {
            var (asker, query) = (askers[chance.Next(askers.Count)], string.Join(' ', words(chance).Select(rank => invented[rank])));
            await using var db = open();
            var me = new CurrentPerson();
            me.Become(asker, tree);
            var directory = new ReadDirectory(db, new KnownNames(db, cache), me, TimeProvider.System);
            var find = new FindKnowledge(new NearestCards(db), directory, new KnownNames(db, cache), me, TimeProvider.System);
            var backend = await BackendAsync(db);
            var (started, used) = (Stopwatch.GetTimestamp(), Used(backend));
            var count = query.Length == 0 ? (await directory.PageAsync(0, CancellationToken.None)).Agents.Count : (await find.SearchAsync(query, 0, CancellationToken.None))!.Count;
            if (search >= 0)
            {
                times.Add((Stopwatch.GetElapsedTime(started).TotalMilliseconds, Used(backend) - used));
            }

            if (count == 0 && what != "two rare words")
            {
                throw new InvalidOperationException($"Nobody was found for {query}.");
            }
        }

        return times;
    }

    /// <summary>The server's process that serves this connection, which stays open; null where there is none.</summary>
    private static async Task<int?> BackendAsync(SkillDistillDb db)
    {
        if (!db.Database.IsNpgsql())
        {
            return null;
        }

        await db.Database.OpenConnectionAsync();
        return ((NpgsqlConnection)db.Database.GetDbConnection()).ProcessID;
    }

    /// <summary>Milliseconds that a processor worked for this process, and for the server's where it runs on this machine.</summary>
    private static double Used(int? backend) => Environment.CpuUsage.TotalTime.TotalMilliseconds
        + (backend is { } id && File.Exists($"/proc/{id}/schedstat") ? double.Parse(File.ReadAllText($"/proc/{id}/schedstat").Split(' ')[0], CultureInfo.InvariantCulture) / 1e6 : 0);

    private static async Task PrepareAsync(Func<SkillDistillDb> open, int size)
    {
        await using var db = open();
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        if (await db.Database.EnsureCreatedAsync() || !await db.People.AnyAsync())
        {
            await new LargeCompany(db, size).FoundAsync();
        }

        if (await db.IndexingDue.AnyAsync() || !await db.IndexStatistics.AnyAsync())
        {
            var watch = Stopwatch.StartNew();
            await new IndexCards(db, new IndexOwners(db, CardWords.Of), new CountIndex(db, TimeProvider.System), TimeProvider.System).RunAsync(CancellationToken.None);
            await db.Database.ExecuteSqlRawAsync(db.Database.IsNpgsql() ? "VACUUM ANALYZE" : "ANALYZE");
            Console.WriteLine($"{size,9:N0} cards indexed in {watch.Elapsed.TotalSeconds:0} s, {await db.IndexedTerms.CountAsync():N0} entries");
        }
    }

    private static Func<SkillDistillDb> OnSqlite(int size)
    {
        var file = Path.Combine(Path.GetTempPath(), $"who_knows_{size}.db");
        return () =>
        {
            var builder = new DbContextOptionsBuilder<SqliteDb>();
            builder.UseSqliteFile(file);
            return new SqliteDb(builder.Options);
        };
    }

    private static Func<SkillDistillDb> OnPostgres(string server, int size)
    {
        // As docs/operations.md advises for large organisations. Foreign keys would take time while the company is written; the product checked them for the first of it.
        var connection = new NpgsqlConnectionStringBuilder(server) { Database = $"who_knows_{size}", MaxAutoPrepare = 50, CommandTimeout = 900, Options = "-c jit=off -c plan_cache_mode=force_generic_plan -c session_replication_role=replica" }.ToString();
        return () =>
        {
            var builder = new DbContextOptionsBuilder<PostgresDb>();
            builder.UsePostgres(connection);
            return new PostgresDb(builder.Options);
        };
    }

    private sealed record Round(double Half, double Most, double HalfProcessor, double MostProcessor);
}
