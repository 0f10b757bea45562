using SkillDistill.Distillation.Retrieval;

namespace SkillDistill.Distillation.Rearranging;

/// <summary>
/// Puts questions together that ask much the same, so that one reply may do for all of them. A proposal: whoever replies sees each question and says which the reply is for.
/// </summary>
public static class AlikeQuestions
{
    /// <summary>How much of their words two questions must have in common: of all words in either, those in both (Jaccard), without words that carry nothing.</summary>
    public const double Alike = 0.6;

    private static readonly HashSet<string> Light = [.. WordLists.EnglishLight.Select(TextAnalysis.Stem)];

    /// <returns>Groups in the order of their first question, each in the order given. Each is alike to the first of its group.</returns>
    public static IReadOnlyList<IReadOnlyList<T>> Grouped<T>(IEnumerable<T> questions, Func<T, string> words)
    {
        ArgumentNullException.ThrowIfNull(questions);
        ArgumentNullException.ThrowIfNull(words);
        var groups = new List<(HashSet<string> Words, List<T> Questions)>();
        foreach (var question in questions)
        {
            var said = Carrying(words(question));
            var group = groups.FirstOrDefault(known => Share(known.Words, said) >= Alike);
            if (group.Questions is null)
            {
                groups.Add(group = (said, []));
            }

            group.Questions.Add(question);
        }

        return [.. groups.Select(group => group.Questions)];
    }

    private static HashSet<string> Carrying(string question) => TextAnalysis.Read(question).Where(term => !Light.Contains(term.Text)).Select(term => term.Text).ToHashSet(StringComparer.Ordinal);

    private static double Share(HashSet<string> left, HashSet<string> right)
    {
        var both = left.Count(right.Contains);
        return both == 0 ? 0 : (double)both / (left.Count + right.Count - both);
    }
}
