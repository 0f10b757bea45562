using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SkillDistill.Data.Stores;

namespace SkillDistill.Web.Tests.Architecture;

/// <summary>Whoever adds a table or a column says in docs/what-we-store.md why it is there, who reads it, and how long.</summary>
public sealed partial class WhatWeStore
{
    [Fact]
    public void Every_table_and_column_is_accounted_for()
    {
        var builder = new DbContextOptionsBuilder<SqliteDb>();
        builder.UseSqliteFile(Path.Combine(Path.GetTempPath(), "skilldistill-page.db"));
        using var db = new SqliteDb(builder.Options);
        var rows = File.ReadLines(Path.Combine(SourceCode.Root, "docs", "what-we-store.md")).Where(line => line.StartsWith('|')).Select(line => Named().Matches(line.Split('|')[1]).Select(name => name.Groups[1].Value).ToHashSet()).ToList();
        var tables = db.Model.GetRelationalModel().Tables.ToList();
        Assert.True(tables.Count > 20, $"Only {tables.Count} tables.");

        var missing = tables.SelectMany(table => Missing(table, [.. rows.Where(row => row.Contains(table.Name))], [.. tables.Select(other => other.Name)])).ToList();
        Assert.True(missing.Count == 0, $"Not in docs/what-we-store.md: {string.Join(", ", missing)}");
    }

    /// <summary>A row that names a table and no column speaks of all of them. Keys and references are not spoken of.</summary>
    private static IEnumerable<string> Missing(ITable table, List<HashSet<string>> rows, HashSet<string> tables)
    {
        if (rows.Count == 0)
        {
            return [table.Name];
        }

        return rows.Exists(row => row.All(tables.Contains)) ? [] : table.Columns.Select(column => column.Name)
            .Where(column => column != "id" && !column.EndsWith("_id", StringComparison.Ordinal))
            .Where(column => !rows.Exists(row => row.Any(name => name == column || (name.EndsWith("_*", StringComparison.Ordinal) && column.StartsWith(name[..^1], StringComparison.Ordinal)))))
            .Select(column => $"{table.Name}.{column}");
    }

    [GeneratedRegex("`([a-z0-9_*]+)`")]
    private static partial Regex Named();
}
