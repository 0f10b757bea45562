using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Data.Stores;

/// <summary>The embedded store: one file. SQLite cannot compare moments, so they are kept as UTC ticks.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : SkillDistillDb(options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    // A transaction of Microsoft.Data.Sqlite begins as IMMEDIATE: it holds the one write lock of the file already.
    public override Task LockAsync(string name, CancellationToken cancellationToken) => Task.CompletedTask;

    internal override Task LockStreamAsync(Id<Person> subject, CancellationToken cancellationToken) => Task.CompletedTask;

    internal override Task LockNoticesAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    internal override async Task AppendAsync(IReadOnlyCollection<IndexedTerm> terms, CancellationToken cancellationToken)
    {
        await using var insert = (SqliteCommand)Database.GetDbConnection().CreateCommand();
        insert.Transaction = (SqliteTransaction?)Database.CurrentTransaction?.GetDbTransaction();
        insert.CommandText = "INSERT INTO indexed_terms (term, reach, weight, revision_id) VALUES ($term, $reach, $weight, $revision)";
        var (code, reach, weight, revision) = (insert.Parameters.Add("$term", SqliteType.Integer), insert.Parameters.Add("$reach", SqliteType.Text), insert.Parameters.Add("$weight", SqliteType.Integer), insert.Parameters.Add("$revision", SqliteType.Text));
        await insert.PrepareAsync(cancellationToken);
        foreach (var term in terms)
        {
            (code.Value, reach.Value, weight.Value, revision.Value) = (term.Term, term.Reach, term.Weight, term.RevisionId.Value);
            await insert.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    // Each connection overwrites what it deletes (secure_delete); what was there before still stands in the write-ahead log until that is emptied. SQLite
    // waits for those who read in it by itself, but not for somebody who is emptying it at the same moment.
    public override async Task OverwriteDeletedAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await EmptyLogAsync(cancellationToken))
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
            {
                throw new TimeoutException("The write-ahead log could not be emptied, because somebody reads in it.");
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
    }

    private async Task<bool> EmptyLogAsync(CancellationToken cancellationToken)
    {
        await Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            return await command.ExecuteScalarAsync(cancellationToken) is 0L;
        }
        finally
        {
            await Database.CloseConnectionAsync();
        }
    }

    private sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(moment => moment.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
