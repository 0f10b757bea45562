using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace SkillDistill.Web.Tests.Erasures;

/// <summary>Everything the application has kept anywhere, as whoever holds the machine would see it.</summary>
internal static class WholeStore
{
    /// <summary>
    /// Where a word still stands: in which columns of which tables, in the files beside the store (database, write-ahead log, logs) as raw bytes, and on
    /// PostgreSQL in a dump and in the planner's statistics.
    /// </summary>
    public static async Task<IReadOnlyList<string>> PlacesOfAsync(this House house, string word) =>
        [.. await InTablesAsync(house, word), .. InFiles(house, word), .. House.OnPostgres ? InDump(house, word) : []];

    private static Task<List<string>> InTablesAsync(House house, string word) => house.InStoreAsync(async db =>
    {
        var places = new List<string>();
        await db.Database.OpenConnectionAsync();
        var tables = await ReadAsync(db, House.OnPostgres
            ? "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' UNION ALL SELECT 'pg_stats'"
            : "SELECT name FROM sqlite_master WHERE type = 'table'");
        Assert.True(tables.Count > 20, $"Only {tables.Count} tables.");
        foreach (var table in tables.Select(row => row[0].Text))
        {
            var rows = await ReadAsync(db, table == "pg_stats"
                ? "SELECT tablename, attname, most_common_vals::text, histogram_bounds::text FROM pg_stats WHERE schemaname = 'public'"
                : $"SELECT * FROM \"{table}\"");
            places.AddRange(rows.SelectMany(row => row).Where(cell => cell.Text.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(cell => $"{table}.{cell.Column}"));
        }

        return places;
    });

    private static async Task<List<List<(string Column, string Text)>>> ReadAsync(Data.SkillDistillDb db, string sql)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<List<(string, string)>>();
        while (await reader.ReadAsync())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => (reader.GetName(column), Text(reader.GetValue(column))))]);
        }

        return rows;
    }

    private static string Text(object value) => value switch
    {
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        Array array => string.Join(' ', array.Cast<object>()),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "",
    };

    private static IEnumerable<string> InFiles(House house, string word)
    {
        var folder = house.Services.GetRequiredService<IConfiguration>()["Store:Folder"]!;
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
        Assert.True(House.OnPostgres || Array.Exists(files, file => file.EndsWith("skilldistill.db-wal", StringComparison.Ordinal)));
        foreach (var file in files)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            if (Encoding.Latin1.GetString(bytes.ToArray()).Contains(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(word)), StringComparison.OrdinalIgnoreCase))
            {
                yield return Path.GetFileName(file);
            }
        }
    }

    private static IEnumerable<string> InDump(House house, string word)
    {
        var program = Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin", "pg_dump")).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("There is no pg_dump here.");
        var connection = new NpgsqlConnectionStringBuilder(house.Services.GetRequiredService<IConfiguration>().GetConnectionString("SkillDistill"));
        var start = new ProcessStartInfo(program, ["-h", connection.Host!, "-p", connection.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), "-U", connection.Username!, connection.Database!]) { RedirectStandardOutput = true };
        start.Environment["PGPASSWORD"] = connection.Password;
        using var dump = Process.Start(start)!;
        var text = dump.StandardOutput.ReadToEnd();
        dump.WaitForExit();
        Assert.Contains("COPY public.card_revisions", text, StringComparison.Ordinal);
        return text.Contains(word, StringComparison.OrdinalIgnoreCase) ? ["pg_dump"] : [];
    }
}
