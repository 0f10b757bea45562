using Microsoft.Data.Sqlite;
using Npgsql;
using SkillDistill.Data.Stores;

namespace SkillDistill.Web.Tests;

/// <summary>
/// A store of one's own, with a folder: a new SQLite file, or, where SKILLDISTILL_TEST_STORE says PostgreSql, a new database on the server that
/// SKILLDISTILL_TEST_POSTGRES names. One house may move in after another and, on PostgreSQL, beside another.
/// </summary>
public sealed class Premises : IDisposable
{
    private readonly string _database = $"house_{Guid.NewGuid():N}";

    public static bool OnPostgres => Environment.GetEnvironmentVariable("SKILLDISTILL_TEST_STORE") == nameof(StoreProvider.PostgreSql);

    public string Folder { get; } = Directory.CreateTempSubdirectory("skilldistill-tests-").FullName;

    /// <summary>What an application is told that shall live here.</summary>
    public IEnumerable<(string Name, string Value)> Settings() => OnPostgres
        ?
        [
            ("Store:Folder", Folder),
            ("Store:Provider", nameof(StoreProvider.PostgreSql)),
            ("Store:MigrateAtStart", "true"),
            ("ConnectionStrings:SkillDistill", new NpgsqlConnectionStringBuilder(Server()) { Database = _database, MaxPoolSize = 20 }.ToString()),
        ]
        : [("Store:Folder", Folder)];

    public void Dispose()
    {
        if (OnPostgres)
        {
            NpgsqlConnection.ClearAllPools();
            using var connection = new NpgsqlConnection(Server());
            connection.Open();
            using var drop = new NpgsqlCommand($"DROP DATABASE IF EXISTS {_database} WITH (FORCE)", connection);
            drop.ExecuteNonQuery();
        }

        if (Directory.Exists(Folder))
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static string Server() => Environment.GetEnvironmentVariable("SKILLDISTILL_TEST_POSTGRES")
        ?? throw new InvalidOperationException("SKILLDISTILL_TEST_STORE is PostgreSql, but SKILLDISTILL_TEST_POSTGRES does not say where.");
}
