namespace SkillDistill.Domain.Interviews;

/// <summary>
/// What was written to one probe, verbatim, part by part; it never changes. A part that is blank is not there. Parts are kept by the keys of
/// <see cref="ProbePart"/>s; the whole of an answer without parts by <see cref="Whole"/>, what was said to a follow-up by <see cref="Of"/>.
/// </summary>
public sealed class AnswerParts : IEquatable<AnswerParts>
{
    public const string Whole = "";

    /// <summary>What a part says that is a tick.</summary>
    public const string Ticked = "yes";

    public static readonly AnswerParts None = new([]);

    private readonly SortedDictionary<string, string> _texts;

    private AnswerParts(SortedDictionary<string, string> texts) => _texts = texts;

    public bool IsEmpty => _texts.Count == 0;

    public IEnumerable<string> Keys => _texts.Keys;

    public IReadOnlyDictionary<string, string> Texts => _texts;

    /// <summary>The words of this part, or none.</summary>
    public string this[string key] => _texts.GetValueOrDefault(key, "");

    /// <summary>With one kind of line end and without letters that nobody sees, and otherwise as it was typed.</summary>
    public static AnswerParts From(IEnumerable<KeyValuePair<string, string?>> texts)
    {
        var kept = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, text) in texts)
        {
            if (text?.ReplaceLineEndings("\n").ToPlainLetters() is { } words && !string.IsNullOrWhiteSpace(words))
            {
                kept[key] = words;
            }
        }

        return kept.Count == 0 ? None : new AnswerParts(kept);
    }

    public static AnswerParts From(string whole) => From([new(Whole, whole)]);

    /// <summary>The key of what was said to a follow-up; no part of a protocol can have it.</summary>
    public static string Of(FollowUpKind kind) => $"+{kind}";

    public AnswerParts With(string key, string? text) => From([.. _texts.Where(part => part.Key != key).Select(part => new KeyValuePair<string, string?>(part.Key, part.Value)), new(key, text)]);

    public bool Equals(AnswerParts? other) => other is not null && _texts.SequenceEqual(other._texts);

    public override bool Equals(object? obj) => Equals(obj as AnswerParts);

    public override int GetHashCode() => _texts.Aggregate(_texts.Count, (hash, part) => HashCode.Combine(hash, part.Key, part.Value));
}
