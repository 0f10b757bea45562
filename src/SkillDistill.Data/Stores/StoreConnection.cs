using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;

namespace SkillDistill.Data.Stores;

/// <summary>How the store that the settings name is reached, also by a library that does not go through Entity Framework.</summary>
/// <param name="Text">A connection string for Microsoft.Data.Sqlite or Npgsql.</param>
public sealed record StoreConnection(StoreProvider Provider, string Text)
{
    /// <exception cref="InvalidOperationException">PostgreSQL is asked for without a connection string.</exception>
    public static StoreConnection Of(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var options = configuration.GetSection(StoreOptions.Section).Get<StoreOptions>() ?? new StoreOptions();
        if (options.Provider == StoreProvider.Sqlite)
        {
            return new(options.Provider, ToFile(options.File));
        }

        var text = configuration.GetConnectionString(StoreOptions.ConnectionName);
        return string.IsNullOrWhiteSpace(text)
            ? throw new InvalidOperationException($"Store:Provider is PostgreSql, but ConnectionStrings:{StoreOptions.ConnectionName} is empty.")
            : new(options.Provider, text);
    }

    internal static string ToFile(string path) => new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 30 }.ToString();
}
