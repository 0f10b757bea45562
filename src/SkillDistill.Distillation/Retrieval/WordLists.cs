using System.Reflection;

namespace SkillDistill.Distillation.Retrieval;

/// <summary>
/// Words that carry a question's form rather than its matter. Silent words are not looked for at all; light words are, but missing them in a
/// card is no evidence that the card is about something else. General lists, made by hand; nothing in them belongs to any one field of work.
/// </summary>
internal static class WordLists
{
    public static readonly IReadOnlySet<string> EnglishSilent = Load("en-silent");

    public static readonly IReadOnlySet<string> EnglishLight = Load("en-light");

    /// <summary>Longest first, so that a phrase is recognised before the word within it.</summary>
    public static readonly IReadOnlyList<string> ChineseSilent = [.. Load("zh-silent").OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal)];

    public static readonly IReadOnlySet<string> ChineseLight = Load("zh-light");

    public static IReadOnlyList<string> Lines(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"SkillDistill.Distillation.Retrieval.Words.{name}.txt")
            ?? throw new InvalidOperationException($"The word list {name} is missing from the build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static HashSet<string> Load(string name) => new(Lines(name).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)), StringComparer.Ordinal);
}
