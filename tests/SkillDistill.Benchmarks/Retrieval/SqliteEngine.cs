using Microsoft.Data.Sqlite;

namespace SkillDistill.Benchmarks.Retrieval;

/// <summary>SQLite's full-text search, FTS5 with its Porter stemmer and bm25, any word of the question.</summary>
internal sealed class SqliteEngine : IEngine
{
    private readonly SqliteConnection _store = new("Data Source=:memory:");

    public SqliteEngine() => _store.Open();

    public string Name => "SQLite FTS5";

    public void Index(Collection collection)
    {
        Run("DROP TABLE IF EXISTS passages");
        Run("CREATE VIRTUAL TABLE passages USING fts5(id UNINDEXED, text, tokenize = 'porter unicode61')");
        using var all = _store.BeginTransaction();
        foreach (var passage in collection.Passages)
        {
            using var insert = _store.CreateCommand();
            insert.CommandText = "INSERT INTO passages VALUES ($id, $text)";
            insert.Parameters.AddWithValue("$id", passage.Id);
            insert.Parameters.AddWithValue("$text", PlainWords.Spaced($"{passage.Title}\n{passage.Text}"));
            insert.ExecuteNonQuery();
        }

        all.Commit();
    }

    public IReadOnlyList<string> Search(string question, int most)
    {
        var words = string.Join(" OR ", PlainWords.In(question).Distinct().Select(word => $"\"{word}\""));
        if (words.Length == 0)
        {
            return [];
        }

        using var search = _store.CreateCommand();
        search.CommandText = "SELECT id FROM passages WHERE passages MATCH $words ORDER BY bm25(passages) LIMIT $most";
        search.Parameters.AddWithValue("$words", words);
        search.Parameters.AddWithValue("$most", most);
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
        using var command = _store.CreateCommand();
#pragma warning disable CA2100 // The two statements above.
        command.CommandText = statement;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
