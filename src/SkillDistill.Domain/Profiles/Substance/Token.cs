namespace SkillDistill.Domain.Profiles.Substance;

internal enum TokenKind
{
    Word,
    Han,
    Digits,
    Mark,
}

/// <summary>The smallest parts of a text: a Latin word, one Chinese character, a number, or a mark.</summary>
internal readonly record struct Token(int Start, int End, TokenKind Kind)
{
    public static List<Token> Cut(ReadOnlySpan<char> text)
    {
        var tokens = new List<Token>(text.Length / 3);
        for (var at = 0; at < text.Length;)
        {
            var token = At(text, at);
            if ((!char.IsWhiteSpace(text[at]) || text[at] == '\n') && !IsGlue(text, at))
            {
                tokens.Add(token);
            }

            at = token.End;
        }

        return tokens;
    }

    private static Token At(ReadOnlySpan<char> text, int at)
    {
        var first = text[at];
        if (IsHan(first))
        {
            return new Token(at, at + 1, TokenKind.Han);
        }

        if (char.IsDigit(first))
        {
            return new Token(at, EndOfNumber(text, at), TokenKind.Digits);
        }

        return char.IsLetter(first) ? new Token(at, EndOfWord(text, at), TokenKind.Word) : new Token(at, at + MarkLength(text, at), TokenKind.Mark);
    }

    private static int EndOfNumber(ReadOnlySpan<char> text, int at)
    {
        for (at++; at < text.Length; at++)
        {
            var joins = text[at] is '.' or ',' or ':' or '/' or '-' && at + 1 < text.Length && char.IsDigit(text[at + 1]);
            if (!joins && !char.IsDigit(text[at]))
            {
                break;
            }
        }

        return at;
    }

    /// <summary>An identifier (INC-12, p95, orders_v2, checkout/api) is one word; well-known is two.</summary>
    private static int EndOfWord(ReadOnlySpan<char> text, int start)
    {
        var (at, hyphen, capitals, digits) = (start, -1, 0, 0);
        for (; at < text.Length; at++)
        {
            var letter = text[at];
            capitals += char.IsUpper(letter) ? 1 : 0;
            digits += char.IsDigit(letter) ? 1 : 0;
            if (char.IsLetterOrDigit(letter) && !IsHan(letter))
            {
                continue;
            }

            var joins = letter is '_' or '/' or '-' or '\'' || (letter == '.' && at + 1 < text.Length && (char.IsLower(text[at + 1]) || char.IsDigit(text[at + 1])));
            if (!joins || at + 1 >= text.Length || !char.IsLetterOrDigit(text[at + 1]) || IsHan(text[at + 1]))
            {
                break;
            }

            if (letter == '\'' && text[at + 1] is 's' && (at + 2 == text.Length || !char.IsLetter(text[at + 2])))
            {
                break;
            }

            hyphen = hyphen < 0 && letter == '-' ? at : hyphen;
        }

        return hyphen > 0 && digits == 0 && capitals < 2 ? hyphen : at;
    }

    /// <summary>Marks within a word: a hyphen, an apostrophe.</summary>
    private static bool IsGlue(ReadOnlySpan<char> text, int at) =>
        text[at] is '-' or '\'' && at > 0 && char.IsLetter(text[at - 1]) && at + 1 < text.Length && char.IsLetter(text[at + 1]);

    private static int MarkLength(ReadOnlySpan<char> text, int at) => text[at] is '>' or '<' && at + 1 < text.Length && text[at + 1] == '=' ? 2 : 1;

    private static bool IsHan(char letter) => letter is >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff';
}
