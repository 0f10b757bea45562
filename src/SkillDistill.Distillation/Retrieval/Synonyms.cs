namespace SkillDistill.Distillation.Retrieval;

/// <summary>
/// English words people use for each other when they ask in their own words: a short general list, made by hand. It does not replace a
/// thesaurus or embeddings; it bridges the commonest gaps between how one person writes and another asks.
/// </summary>
internal static class Synonyms
{
    private static readonly Dictionary<string, string[]> ByStem = Load();

    /// <summary>Stems of words that may stand for the one with this stem; none for most.</summary>
    public static IReadOnlyList<string> Of(string stem) => ByStem.GetValueOrDefault(stem) ?? [];

    private static Dictionary<string, string[]> Load()
    {
        var groups = WordLists.Lines("en-synonyms").Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(TextAnalysis.Stem).Distinct().ToList());
        return groups.SelectMany(group => group.Select(word => (word, others: group.Where(other => other != word))))
            .GroupBy(entry => entry.word, entry => entry.others, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.SelectMany(others => others).Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
    }
}
