using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace SkillDistill.Benchmarks.Knowing;

/// <summary>Writes very many rows that are like one which is there already, but for a few columns.</summary>
internal static class BulkTable
{
    /// <param name="like">A condition by which one row is found.</param>
    /// <param name="columns">Those that differ.</param>
    public static async Task FillAsync(DbConnection store, string table, string like, string[] columns, IEnumerable<object?[]> rows)
    {
        var template = await ReadAsync(store, table, like);
        var names = template.Select(cell => cell.Name).ToList();
        var places = Array.ConvertAll(columns, column => names.IndexOf(column) is >= 0 and var at ? at : throw new InvalidOperationException($"{table} has no column {column}."));
        var values = template.ConvertAll(cell => cell.Value).ToArray();
        var whole = rows.Select(row =>
        {
            for (var at = 0; at < places.Length; at++)
            {
                values[places[at]] = row[at];
            }

            return values;
        });
        if (store is NpgsqlConnection postgres)
        {
            await using var copy = await postgres.BeginBinaryImportAsync($"COPY {table} ({string.Join(", ", names)}) FROM STDIN (FORMAT BINARY)");
            copy.Timeout = TimeSpan.FromHours(1);
            foreach (var row in whole)
            {
                await copy.StartRowAsync();
                foreach (var value in row)
                {
                    await (value is null or DBNull ? copy.WriteNullAsync() : copy.WriteAsync(value));
                }
            }

            await copy.CompleteAsync();
            return;
        }

        await using var transaction = await store.BeginTransactionAsync();
        await using var insert = store.CreateCommand();
        insert.Transaction = transaction;
#pragma warning disable CA2100 // Names of our own tables and columns.
        insert.CommandText = $"INSERT INTO {table} ({string.Join(", ", names)}) VALUES ({string.Join(", ", names.Select(name => $"${name}"))})";
#pragma warning restore CA2100
        names.ForEach(name => insert.Parameters.Add(new SqliteParameter($"${name}", DBNull.Value)));
        foreach (var row in whole)
        {
            for (var at = 0; at < row.Length; at++)
            {
                insert.Parameters[at].Value = row[at] ?? DBNull.Value;
            }

            await insert.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    private static async Task<List<(string Name, object? Value)>> ReadAsync(DbConnection store, string table, string like)
    {
        await using var select = store.CreateCommand();
#pragma warning disable CA2100 // Names of our own tables and columns.
        select.CommandText = $"SELECT * FROM {table} WHERE {like} LIMIT 1";
#pragma warning restore CA2100
        await using var reader = await select.ExecuteReaderAsync();
        return await reader.ReadAsync() ? [.. Enumerable.Range(0, reader.FieldCount).Select(at => (reader.GetName(at), (object?)reader.GetValue(at)))] : throw new InvalidOperationException($"{table} holds no row where {like}.");
    }
}
