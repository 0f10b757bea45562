using System.Text.Json;

namespace SkillDistill.Tests;

/// <summary>A hostile text of ours, as somebody might put it where people write: see attacks.jsonl beside this file, where letters that nobody sees are written as escapes.</summary>
internal sealed record Attack(int Number, string Kind, string Text)
{
    public static IReadOnlyList<Attack> All { get; } =
        [.. JsonLines.Read(Path.Combine(Repository.Root, "tests", "Shared", "attacks.jsonl")).Select((row, index) => new Attack(index + 1, row.GetProperty("kind").GetString()!, TextOf(row)))];

    public override string ToString() => $"attack {Number} ({Kind}): {(Text.Length > 120 ? Text[..120] : Text)}";

    /// <summary>At most so many UTF-16 units of it.</summary>
    public string Cut(int length) => Text.Length <= length ? Text : Text[..(char.IsHighSurrogate(Text[length - 1]) ? length - 1 : length)];

    private static string TextOf(JsonElement row) =>
        string.Concat(Enumerable.Repeat(row.GetProperty("text").GetString()!, row.TryGetProperty("repeat", out var times) ? times.GetInt32() : 1));
}
