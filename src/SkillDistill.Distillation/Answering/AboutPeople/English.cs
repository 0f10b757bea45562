using System.Text;
using System.Text.RegularExpressions;

namespace SkillDistill.Distillation.Answering.AboutPeople;

/// <summary>Puts an English question into the signs that the forms in en.txt are written in.</summary>
internal static partial class English
{
    private static readonly Forms Forms = Forms.Load("en", " ");

    private static readonly HashSet<string> BeforeIs = ["who", "what", "that", "it", "there", "where", "how", "when", "here", "he", "she", "why", "everyone", "everybody", "anyone", "nobody", "someone"];

    // "Mei's the slowest" is a sentence, "Mei's script" a thing.
    private static readonly HashSet<string> AfterIs = ["the", "a", "an", "not", "so", "too", "very", "always", "never", "really", "been", "still", "better", "worse"];

    private static readonly HashSet<string> JudgingWords = new(new[] { "best", "better", "good", "character", "staff", "num" }.SelectMany(list => Forms[list]), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a word alone says no more than how somebody is to be judged, or that it is about people.</summary>
    public static bool Judges(string word) => JudgingWords.Contains(word);

    /// <returns>The form by which it asks for a judgement about people; null where it does not.</returns>
    public static string? Judging(string question, Names names)
    {
        var words = Words().Matches(question).Select(match => match.Value).ToList();
        return Forms.Of(Belonging().Replace(Signs(words, names), "'s "));
    }

    private static string Signs(List<string> words, Names names)
    {
        var signs = new StringBuilder(" . ");
        var (isFirst, wasName) = (true, false);
        for (var at = 0; at < words.Count; at++)
        {
            var (word, ending) = Cut(words[at]);
            var next = at + 1 < words.Count ? words[at + 1].ToLowerInvariant() : ".";
            var isName = names.Has(word, isFirst);
            var sign = isName ? "@" : Sign(word.ToLowerInvariant(), next);
            if (!(isName && wasName && ending.Length == 0))
            {
                signs.Append(isName && wasName ? "" : sign + " ");
            }

            signs.Append(ending switch { "" => "", "'s" => next is var after && (BeforeIs.Contains(word.ToLowerInvariant()) || (sign == "@" && AfterIs.Contains(after))) ? "is " : "'s ", _ => ending + " " });
            (isFirst, wasName) = (sign == ".", isName && ending.Length == 0);
        }

        return signs.Append(". ").ToString();
    }

    private static string Sign(string word, string next) => word switch
    {
        "her" => IsThing(next) ? "@ 's" : "@",
        "," or "(" or ")" or "/" => ",",
        "he" or "she" or "him" or "hers" or "himself" or "herself" => "@",
        "his" => "@ 's",
        "they" or "them" or "themselves" => "~",
        "their" => "~ 's",
        _ when Names.IsHan(word[0]) => ".",
        _ when char.IsLetterOrDigit(word[0]) || word == "%" => Whole(word),
        _ => ".",
    };

    /// <summary>What is contracted, written out.</summary>
    private static string Whole(string word) => word switch
    {
        "can't" or "cannot" => "can not",
        "won't" => "will not",
        "shan't" => "shall not",
        "dont" => "do not",
        "doesnt" => "does not",
        "isnt" => "is not",
        "let's" => "let us",
        "whom" or "whoever" => "who",
        "whos" => "who is",
        "whats" => "what is",
        "gonna" => "going to",
        "wanna" => "want to",
        _ => word,
    };

    /// <summary>Whether "her" before this word says whose it is.</summary>
    private static bool IsThing(string next) => char.IsLetter(next[0]) && !Forms["afterher"].Contains(next);

    private static (string Word, string Ending) Cut(string word)
    {
        word = word.Replace('’', '\'');
        var lower = word.ToLowerInvariant();
        if (Whole(lower) != lower || word.IndexOf('\'', StringComparison.Ordinal) is not (> 0 and var at))
        {
            return (word, "");
        }

        return lower[at..] switch
        {
            "'s" or "'" => (word[..at], "'s"),
            "'t" when at > 1 => (word[..(at - 1)], "not"),
            "'re" => (word[..at], "are"),
            "'ve" => (word[..at], "have"),
            "'ll" => (word[..at], "will"),
            "'d" => (word[..at], "would"),
            "'m" => (word[..at], "am"),
            _ => (word, ""),
        };
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}-[\p{IsCJKUnifiedIdeographs}]]+(?:['’][\p{L}-[\p{IsCJKUnifiedIdeographs}]]*)?|[.!?;:\n]|[,()/%]|[\p{IsCJKUnifiedIdeographs}]+")]
    private static partial Regex Words();

    [GeneratedRegex("(?<=[@~&]) 's ")]
    private static partial Regex Belonging();
}
