using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
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

    /// <summary>Makes these premises, in which nobody has lived yet, what others are.</summary>
    /// <param name="others">Premises nobody lives in any more, see <see cref="Close"/>.</param>
    public void Become(Premises others)
    {
        foreach (var file in Directory.EnumerateFiles(others.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(others.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        if (OnPostgres)
        {
            OnServer($"CREATE DATABASE {_database} TEMPLATE {others._database} STRATEGY FILE_COPY");
        }
    }

    /// <summary>Sees to it that nobody is at the store any more, so that it can be copied.</summary>
    public Premises Close()
    {
        if (OnPostgres)
        {
            OnServer($"ALTER DATABASE {_database} WITH ALLOW_CONNECTIONS false");
            OnServer($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{_database}'");
        }
        else
        {
            CloseFile();
        }

        return this;
    }

    public void Dispose()
    {
        if (OnPostgres)
        {
            NpgsqlConnection.ClearAllPools();
            OnServer($"DROP DATABASE IF EXISTS {_database} WITH (FORCE)");
        }

        if (Directory.Exists(Folder))
        {
            CloseFile();
            Directory.Delete(Folder, recursive: true);
        }
    }

    // The pool of this file alone: whoever closes everybody's connections is still writing into a folder that its own house takes away at that moment.
    private void CloseFile()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Store:Folder", Folder)]).Build();
        using var file = new SqliteConnection(StoreConnection.Of(settings).Text);
        SqliteConnection.ClearPool(file);
    }

    private static void OnServer(string statement)
    {
        using var connection = new NpgsqlConnection(Server());
        connection.Open();
        using var command = new NpgsqlCommand(statement, connection);
        command.ExecuteNonQuery();
    }

    private static string Server() => Environment.GetEnvironmentVariable("SKILLDISTILL_TEST_POSTGRES")
        ?? throw new InvalidOperationException("SKILLDISTILL_TEST_STORE is PostgreSql, but SKILLDISTILL_TEST_POSTGRES does not say where.");
}
