using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Data.Stores;

/// <summary>The production store.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : SkillDistillDb(options)
{
    // Locks of two numbers are a space of their own beside those of one, which names use.
    private const int NoticesLock = 1;

    // Advisory locks, because what does not exist yet has no row to lock.
    public override Task LockAsync(string name, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))", cancellationToken);

    // Whoever decides shares the notices' lock with all others who do.
    internal override async Task LockStreamAsync(Id<Person> subject, CancellationToken cancellationToken)
    {
        await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock_shared({NoticesLock}, 0)", cancellationToken);
        await LockAsync($"consent:{subject}", cancellationToken);
    }

    internal override Task LockNoticesAsync(CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({NoticesLock}, 0)", cancellationToken);

    internal override async Task AppendAsync(IReadOnlyCollection<IndexedTerm> terms, CancellationToken cancellationToken)
    {
        await using var rows = await ((NpgsqlConnection)Database.GetDbConnection()).BeginBinaryImportAsync("COPY indexed_terms (term, reach, weight, revision_id) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var term in terms)
        {
            await rows.StartRowAsync(cancellationToken);
            await rows.WriteAsync(term.Term, NpgsqlDbType.Bigint, cancellationToken);
            await rows.WriteAsync(term.Reach, NpgsqlDbType.Uuid, cancellationToken);
            await rows.WriteAsync(term.Weight, NpgsqlDbType.Smallint, cancellationToken);
            await rows.WriteAsync(term.RevisionId.Value, NpgsqlDbType.Uuid, cancellationToken);
        }

        await rows.CompleteAsync(cancellationToken);
    }

    // Takes dead rows out of their pages at once instead of whenever autovacuum comes by. Text is in no planner statistics, see the migration Words.
    public override async Task OverwriteDeletedAsync(CancellationToken cancellationToken)
    {
        foreach (var table in Model.GetEntityTypes().Select(entity => entity.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal))
        {
            var vacuum = $"VACUUM \"{table}\"";
            await Database.ExecuteSqlRawAsync(vacuum, cancellationToken);
        }
    }
}
