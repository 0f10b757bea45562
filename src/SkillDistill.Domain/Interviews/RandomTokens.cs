using System.Buffers;

namespace SkillDistill.Domain.Interviews;

/// <summary>Long tokens that look drawn by lot: capital letters, small letters and figures mixed throughout.</summary>
internal static class RandomTokens
{
    private const int ShortestLength = 24;

    /// <summary>Bits to a character. Drawn by lot from 62 characters, a token of 24 has about 4.3; words run together have about 3.6.</summary>
    private const double LeastEntropy = 3.8;

    /// <summary>Changes between letter and figure. A class name or a file's name with a date in it has two or three.</summary>
    private const int FewestChanges = 5;

    /// <summary>Capitals, small letters and figures each. Words run together around a telephone number have two capitals.</summary>
    private const int FewestOfEach = 3;

    private static readonly SearchValues<char> Edges = SearchValues.Create(" \t\r\n\"'(（，。");

    public static IEnumerable<Stretch> In(string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            if (!IsPart(text[start]))
            {
                start++;
                continue;
            }

            var end = start;
            while (end < text.Length && IsPart(text[end]))
            {
                end++;
            }

            if (LooksRandom(text.AsSpan(start, end - start)) && !IsPublic(text, start))
            {
                yield return new Stretch(start, end - start);
            }

            start = end;
        }
    }

    private static bool IsPart(char character) => char.IsAsciiLetterOrDigit(character) || character is '+' or '/' or '_' or '-' or '=';

    private static bool LooksRandom(ReadOnlySpan<char> token)
    {
        if (token.Length < ShortestLength)
        {
            return false;
        }

        var (capitals, smalls, figures, changes) = (0, 0, 0, 0);
        for (var i = 0; i < token.Length; i++)
        {
            capitals += char.IsAsciiLetterUpper(token[i]) ? 1 : 0;
            smalls += char.IsAsciiLetterLower(token[i]) ? 1 : 0;
            figures += char.IsAsciiDigit(token[i]) ? 1 : 0;
            changes += i > 0 && char.IsAsciiDigit(token[i]) != char.IsAsciiDigit(token[i - 1]) ? 1 : 0;
        }

        return Math.Min(capitals, Math.Min(smalls, figures)) >= FewestOfEach && changes >= FewestChanges && Entropy(token) >= LeastEntropy;
    }

    private static double Entropy(ReadOnlySpan<char> token)
    {
        Span<int> counts = stackalloc int[128];
        foreach (var character in token)
        {
            counts[character]++;
        }

        var entropy = 0.0;
        foreach (var count in counts)
        {
            if (count > 0)
            {
                var share = (double)count / token.Length;
                entropy -= share * Math.Log2(share);
            }
        }

        return entropy;
    }

    /// <summary>A part of an address is an id, after "sha256-" stands a hash, and after "ssh-ed25519" a public key.</summary>
    private static bool IsPublic(string text, int start)
    {
        var before = text.AsSpan(Math.Max(0, start - 200), Math.Min(200, start));
        var word = before[(before.LastIndexOfAny(Edges) + 1)..];
        var token = text.AsSpan(start);
        return word.Contains("://", StringComparison.Ordinal) || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            || word.StartsWith("sha", StringComparison.OrdinalIgnoreCase) || token.StartsWith("sha", StringComparison.OrdinalIgnoreCase)
            || token.StartsWith("AAAA", StringComparison.Ordinal);
    }
}
