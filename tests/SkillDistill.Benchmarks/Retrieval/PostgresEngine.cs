using Npgsql;

namespace SkillDistill.Benchmarks.Retrieval;

/// <summary>PostgreSQL's full-text search, ts_rank_cd with a GIN index, any word of the question.</summary>
internal sealed class PostgresEngine : IEngine
{
    private readonly NpgsqlConnection _store;
    private string _configuration = "english";

    private PostgresEngine(NpgsqlConnection store) => _store = store;

    public string Name => "PostgreSQL ts_rank_cd";

    /// <summary>Null where no server is named by SKILLDISTILL_TEST_POSTGRES.</summary>
    public static PostgresEngine? Find()
    {
        if (Environment.GetEnvironmentVariable("SKILLDISTILL_TEST_POSTGRES") is not { Length: > 0 } server)
        {
            return null;
        }

        var store = new NpgsqlConnection(server);
        store.Open();
        return new PostgresEngine(store);
    }

    public void Index(Collection collection)
    {
        _configuration = collection.IsChinese ? "simple" : "english";
        Run("DROP TABLE IF EXISTS pg_temp.passages");
        Run("CREATE TEMP TABLE passages (id text, words tsvector)");
        foreach (var passage in collection.Passages)
        {
            using var insert = new NpgsqlCommand("INSERT INTO passages VALUES ($1, to_tsvector($2::regconfig, $3))", _store)
            {
                Parameters = { new() { Value = passage.Id }, new() { Value = _configuration }, new() { Value = PlainWords.Spaced($"{passage.Title}\n{passage.Text}") } },
            };
            insert.ExecuteNonQuery();
        }

        Run("CREATE INDEX ON passages USING gin (words)");
        Run("ANALYZE passages");
    }

    public IReadOnlyList<string> Search(string question, int most)
    {
        using var search = new NpgsqlCommand(
            "SELECT id FROM passages, (SELECT string_agg(plainto_tsquery($1::regconfig, word)::text, ' | ') AS wanted FROM unnest($2::text[]) AS word WHERE plainto_tsquery($1::regconfig, word)::text <> '') AS q WHERE words @@ wanted::tsquery ORDER BY ts_rank_cd(words, wanted::tsquery) DESC, id LIMIT $3", _store)
        {
            Parameters = { new() { Value = _configuration }, new() { Value = PlainWords.In(question).Distinct().ToArray() }, new() { Value = most } },
        };
        using var rows = search.ExecuteReader();
        var found = new List<string>();
        while (rows.Read())
        {
            found.Add(rows.GetString(0));
        }

        return found;
    }

    public void Dispose() => _store.Dispose();

    private void Run(string statement)
    {
#pragma warning disable CA2100 // The statements above.
        using var command = new NpgsqlCommand(statement, _store);
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
