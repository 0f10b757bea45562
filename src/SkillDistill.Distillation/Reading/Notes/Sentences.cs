namespace SkillDistill.Distillation.Reading.Notes;

/// <summary>Parts text into sentences, in English and Chinese, leaving what is quoted or in brackets whole.</summary>
internal static class Sentences
{
    /// <summary>A quotation that is not closed within so many characters was no quotation.</summary>
    private const int LongestAside = 300;

    private const string Openers = "（(「『“【[《";
    private const string Closers = "）)」』”】]》";

    /// <summary>Where each sentence starts and ends; blanks between them belong to none. Lines end sentences.</summary>
    public static IEnumerable<(int Start, int End)> In(string text)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var aside = AsideEnd(text, at);
            var quoted = aside > at && text[aside - 1] is '.' or '!' or '?';
            at = aside;
            if (EndsAt(text, quoted && EndsAt(text, at - 1, out _) ? at - 1 : at, out var end))
            {
                if (Trimmed(text, start, end) is { } sentence)
                {
                    yield return sentence;
                }

                start = end;
                at = end - 1;
            }
        }

        if (Trimmed(text, start, text.Length) is { } rest)
        {
            yield return rest;
        }
    }

    /// <summary>The first sentence without its full stop, or its first clause when that says enough.</summary>
    public static string First(string text)
    {
        var (start, end) = In(text).FirstOrDefault();
        var sentence = text[start..end].TrimStart('-', '>', ' ').TrimEnd('.', '。', ':', '：', ',', '，', ';', '；');
        return sentence;
    }

    private static bool EndsAt(string text, int at, out int end)
    {
        end = at + 1;
        if (text[at] is '\n')
        {
            return true;
        }

        if (text[at] is '。' or '！' or '？')
        {
            end = PastMarks(text, end);
            return true;
        }

        if (text[at] is '.' or '!' or '?' && (at + 1 == text.Length || text[at + 1] != text[at]))
        {
            end = PastMarks(text, end);
            return end == text.Length || (char.IsWhiteSpace(text[end]) && !IsAbbreviation(text, at) && StartsSentence(text, end));
        }

        return false;
    }

    private static int PastMarks(string text, int end)
    {
        while (end < text.Length && text[end] is '.' or '!' or '?' or '。' or '！' or '？' or '”' or '」' or '"' or '*' or '_' or ')' or '）')
        {
            end++;
            if (end == text.Length)
            {
                break;
            }
        }

        return end;
    }

    private static bool StartsSentence(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
            if (at == text.Length)
            {
                return true;
            }
        }

        return !char.IsLower(text[at]);
    }

    private static bool IsAbbreviation(string text, int dot)
    {
        var from = dot;
        while (from > 0 && (char.IsLetter(text[from - 1]) || text[from - 1] == '.'))
        {
            from--;
        }

        return text[from..dot] is { Length: 1 } or "e.g" or "i.e" or "etc" or "vs" or "Mr" or "Ms" or "Dr" or "No" || IsListNumber(text, dot);
    }

    /// <summary>"2." at the start of a line counts; it says nothing by itself.</summary>
    private static bool IsListNumber(string text, int dot)
    {
        var from = dot;
        while (from > 0 && dot - from < 3 && char.IsAsciiDigit(text[from - 1]))
        {
            from--;
        }

        return from < dot && dot - from < 3 && text.AsSpan(0, from).TrimEnd(" \t") is var before && (before.IsEmpty || before[^1] == '\n');
    }

    private static int AsideEnd(string text, int at)
    {
        var limit = Math.Min(LongestAside, text.Length - at - 1);
        if (limit <= 0)
        {
            return at;
        }

        var close = text[at] == '"' ? '"' : Openers.IndexOf(text[at], StringComparison.Ordinal) is >= 0 and var kind ? Closers[kind] : '\0';
        var found = close == '\0' ? -1 : text.IndexOf(close, at + 1, limit);
        return found < 0 || text.IndexOf('\n', at, found - at) >= 0 ? at : found;
    }

    private static (int Start, int End)? Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return start < end ? (start, end) : null;
    }
}
