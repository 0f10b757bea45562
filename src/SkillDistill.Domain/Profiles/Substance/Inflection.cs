namespace SkillDistill.Domain.Profiles.Substance;

/// <summary>The regular forms of an English word. Forms that do not exist do no harm: nobody writes them.</summary>
internal static class Inflection
{
    public static IEnumerable<string> Of(string word)
    {
        if (word.Length < 2 || !char.IsAsciiLetter(word[^1]))
        {
            return [];
        }

        if (word[^1] == 'e')
        {
            return [word + "s", word + "d", word[..^1] + "ing"];
        }

        if (word[^1] == 'y' && !IsVowel(word[^2]))
        {
            return [word[..^1] + "ies", word[..^1] + "ied", word + "ing"];
        }

        var twice = word.Length > 2 && IsVowel(word[^2]) && !IsVowel(word[^1]) && !IsVowel(word[^3]) ? word + word[^1] : word;
        var hissing = word[^1] is 's' or 'x' or 'z' or 'o' || word.EndsWith("sh", StringComparison.Ordinal) || word.EndsWith("ch", StringComparison.Ordinal);
        return new[] { word + (hissing ? "es" : "s"), word + "ed", word + "ing", twice + "ed", twice + "ing" }.Distinct();
    }

    /// <summary>Whether an English word looks like a quality, a state or a manner: nothing that one could point at.</summary>
    public static bool IsAbstract(ReadOnlySpan<char> word)
    {
        word = word is [.., 's'] ? word[..^1] : word;
        foreach (var ending in Abstract)
        {
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly string[] Abstract =
        ["tion", "sion", "ment", "ness", "nes", "ity", "itie", "ance", "ence", "ency", "ancy", "ship", "ism", "ive", "ful", "able", "ible", "ly", "ization", "hood", "wise"];

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
