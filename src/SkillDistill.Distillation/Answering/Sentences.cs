namespace SkillDistill.Distillation.Answering;

/// <summary>Where sentences end, in English and Chinese. Shared by whoever writes sentences and whoever checks them, so that both see the same.</summary>
internal static class Sentences
{
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "e.g", "i.e", "etc", "vs", "cf", "ca", "approx", "incl", "no", "mr", "mrs", "ms", "dr", "st", "resp", "fig", "p.m", "a.m", "u.s",
    };

    /// <summary>The first place after <paramref name="from"/> where a sentence has ended and something else has begun; -1 where there is none yet.</summary>
    public static int NextEnd(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            if (text[at] == '\n')
            {
                if (text.AsSpan(from, at - from).IsWhiteSpace())
                {
                    continue;
                }

                return at;
            }

            if (!IsTerminator(text[at]))
            {
                continue;
            }

            var end = at + 1;
            while (end < text.Length && (IsTerminator(text[end]) || IsCloser(text[end])))
            {
                end++;
            }

            if (end < text.Length && (IsWide(text[at]) || EndsBefore(text, at, end)))
            {
                return end;
            }

            at = end - 1;
        }

        return -1;
    }

    /// <summary>The sentences of a text, without the blanks around them.</summary>
    public static IEnumerable<string> Split(string text)
    {
        var start = 0;
        for (var end = NextEnd(text, 0); end >= 0; end = NextEnd(text, start))
        {
            if (text[start..end].Trim() is { Length: > 0 } sentence)
            {
                yield return sentence;
            }

            start = end;
        }

        if (text[start..].Trim() is { Length: > 0 } rest)
        {
            yield return rest;
        }
    }

    public static bool IsEnd(char letter) => IsTerminator(letter) || IsCloser(letter);

    private static bool EndsBefore(string text, int terminator, int end)
    {
        if (!char.IsWhiteSpace(text[end]))
        {
            return false;
        }

        var next = end;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        if (next == text.Length || char.IsLower(text[next]))
        {
            return false;
        }

        var start = terminator;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]) && text[start - 1] != '(')
        {
            start--;
        }

        // "e.g. Bob", "J. Smith" and the "2." of a numbered list do not end a sentence.
        var word = text[start..terminator];
        return text[terminator] != '.' || !(Abbreviations.Contains(word) || word.Length == 1 && char.IsLetter(word[0]) || word.Length is > 0 and <= 2 && word.All(char.IsAsciiDigit) && IsLineStart(text, start));
    }

    private static bool IsLineStart(string text, int at) => at == 0 || text[at - 1] is '\n' or ' ' && text[..at].TrimEnd(' ') is var before && (before.Length == 0 || before[^1] == '\n');

    private static bool IsTerminator(char letter) => letter is '.' or '!' or '?' || IsWide(letter);

    private static bool IsWide(char letter) => letter is '。' or '！' or '？' or '；';

    private static bool IsCloser(char letter) => letter is '"' or '\'' or ')' or ']' or '”' or '’' or '」' or '』' or '）' or '》' or '*' or '_';
}
