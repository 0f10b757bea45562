using System.Text.Json;
using SkillDistill.Tests;

namespace SkillDistill.Benchmarks.Retrieval;

internal sealed record Passage(string Id, string Title, string Text, int Group, IReadOnlyList<string> People);

/// <param name="History">The questions before it in its conversation, the oldest first.</param>
/// <param name="Without">The group of passages that is left out for this question, or -1.</param>
internal sealed record Asked(string Id, string Text, IReadOnlyList<string> History, int Without);

/// <summary>A public test collection: passages, questions, and which passage (or person) answers which question. To measure by, never to fit.</summary>
internal sealed class Collection
{
    private Collection(string name) => Name = name;

    public string Name { get; }

    public required IReadOnlyList<Passage> Passages { get; init; }

    public required IReadOnlyList<Asked> Questions { get; init; }

    /// <summary>Questions that people labelled as not answered by the passages.</summary>
    public required IReadOnlyList<Asked> Unanswerable { get; init; }

    /// <summary>Grades by question and passage.</summary>
    public required IReadOnlyDictionary<string, Dictionary<string, int>> Grades { get; init; }

    public bool IsChinese => Name.EndsWith("-zh", StringComparison.Ordinal);

    public static Collection Read(string name)
    {
        var folder = Repository.Shared($"eval/{name}");
        var grades = File.ReadLines(Path.Combine(folder, "qrels.tsv")).Skip(1).Select(line => line.Split('\t')).Where(row => row.Length == 3)
            .GroupBy(row => row[0]).ToDictionary(rows => rows.Key, rows => rows.ToDictionary(row => row[1], row => (int)double.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture)));
        return new Collection(name)
        {
            Passages = [.. Lines(folder, "passages").Select(row => new Passage(Text(row, "id"), Text(row, "title"), Text(row, "text"), Number(row, "pep"), List(row, "people")))],
            Questions = [.. Lines(folder, "queries").Select(Question).Where(question => grades.ContainsKey(question.Id))],
            Unanswerable = [.. Lines(folder, "unanswerable").Select(Question)],
            Grades = grades,
        };
    }

    private static Asked Question(JsonElement row) => new(Text(row, "id"), Text(row, "text"), List(row, "history"), Number(row, "exclude_pep"));

    private static IEnumerable<JsonElement> Lines(string folder, string name) =>
        new[] { $"{name}.jsonl", $"{name}.jsonl.gz" }.Select(file => Path.Combine(folder, file)).Where(File.Exists).Take(1).SelectMany(JsonLines.Read);

    private static string Text(JsonElement row, string key) => row.TryGetProperty(key, out var value) ? value.GetString() ?? "" : "";

    private static int Number(JsonElement row, string key) => row.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : -1;

    private static IReadOnlyList<string> List(JsonElement row, string key) => row.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(one => one.GetString()!)] : [];
}
