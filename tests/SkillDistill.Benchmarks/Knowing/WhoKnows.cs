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
/// PostgreSQL (SKILLDISTILL_TEST_POSTGRES) up to a million cards, on SQLite up to a hundred thousand. The companies are kept for the next run: databases who_knows_..., files in the folder for temporary ones.
/// </summary>
internal static class WhoKnows
{
    private const int Rounds = 3;
    private const int Searches = 60;

    private static readonly int[] Sizes = [10_000, 100_000, 1_000_000];

    public static async Task RunAsync()
    {
        var most = int.Parse(Environment.GetEnvironmentVariable("SKILLDISTILL_BENCH_CARDS") ?? "1000000", CultureInfo.InvariantCulture);
        await CurveAsync("SQLite", [.. Sizes.Where(size => size <= Math.Min(most, 100_000))], OnSqlite);
        if (Environment.GetEnvironmentVariable("SKILLDISTILL_TEST_POSTGRES") is { Length: > 0 } server)
        {
            await CurveAsync("PostgreSQL", [.. Sizes.Where(size => size <= most)], size => OnPostgres(server, size));
        }
        else
        {
            Console.WriteLine("PostgreSQL is left out: SKILLDISTILL_TEST_POSTGRES names no server.");
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
                var rounds = new List<(double Half, double Most)>();
                for (var round = 0; round < Rounds; round++)
                {
                    var times = await TimesAsync(open(size), what, words, round);
                    rounds.Add((Percentile.Of(times, .5), Percentile.Of(times, .95)));
                }

                rounds = [.. rounds.OrderBy(one => one.Most)];
                var (best, median) = (rounds[0], rounds[rounds.Count / 2]);
                var ratio = before.TryGetValue(what, out var smaller) ? $"{median.Most / smaller,6:0.0} times the tenth" : "";
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{store,-10} {size,9:N0} cards  {what,-22} best p50 {best.Half,6:0} p95 {best.Most,6:0}   median p50 {median.Half,6:0} p95 {median.Most,6:0} ms {ratio}"));
                before[what] = median.Most;
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

    private static async Task<List<double>> TimesAsync(Func<SkillDistillDb> open, string what, Func<Random, int[]> words, int round)
    {
        var (invented, chance, times, cache) = (new InventedWords(), new Random(what.Length + (round * 1000)), new List<double>(), new MemoryCache(new MemoryCacheOptions()));
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
            var started = Stopwatch.GetTimestamp();
            var count = query.Length == 0 ? (await directory.PageAsync(0, CancellationToken.None)).Agents.Count : (await find.SearchAsync(query, 0, CancellationToken.None))!.Count;
            if (search >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            if (count == 0 && what != "two rare words")
            {
                throw new InvalidOperationException($"Nobody was found for {query}.");
            }
        }

        return times;
    }

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
        // Foreign keys were checked by the product when it wrote the first; here they would only take time.
        var connection = new NpgsqlConnectionStringBuilder(server) { Database = $"who_knows_{size}", Options = "-c session_replication_role=replica" }.ToString();
        return () =>
        {
            var builder = new DbContextOptionsBuilder<PostgresDb>();
            builder.UsePostgres(connection);
            return new PostgresDb(builder.Options);
        };
    }
}
