namespace SkillDistill.Distillation.Retrieval;

/// <summary>
/// What words are made of: runs of four letters within each word, its edges counted, and of Chinese every character. They find a word in another form, in a compound or misspelt, which stems do
/// not (McNamee &amp; Mayfield, "Character N-Gram Tokenization for European Language Text Retrieval", 2004). A gram is the four UTF-16 units in one number.
/// </summary>
internal static class LetterGrams
{
    private const int Length = 4;
    private const char Edge = '_';

    // Longer words are no words, and would fill the count with one thing.
    private const int LongestWord = 60;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Formal = WordLists.EnglishSilent.Concat(WordLists.EnglishLight).ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Hands over every gram of a text, as often as it stands there; words that carry form and no matter have none.</summary>
    public static void Read(string text, Action<ulong> take)
    {
        Span<char> word = stackalloc char[LongestWord + 2];
        var length = 1;
        word[0] = Edge;
        foreach (var letter in text)
        {
            if (IsHan(letter))
            {
                Close(word, ref length, take);
                take(letter);
            }
            else if (char.IsLetterOrDigit(letter))
            {
                if (length <= LongestWord)
                {
                    word[length++] = char.ToLowerInvariant(letter);
                }
            }
            else
            {
                Close(word, ref length, take);
            }
        }

        Close(word, ref length, take);
    }

    private static void Close(Span<char> word, ref int length, Action<ulong> take)
    {
        if (length > 1 && !Formal.Contains(word[1..length]))
        {
            word[length++] = Edge;
            for (var at = 0; at == 0 || at + Length <= length; at++)
            {
                take(Packed(word[at..Math.Min(at + Length, length)]));
            }
        }

        length = 1;
    }

    private static ulong Packed(ReadOnlySpan<char> letters)
    {
        var packed = 0UL;
        foreach (var letter in letters)
        {
            packed = (packed << 16) | letter;
        }

        return packed;
    }

    private static bool IsHan(char letter) => letter is >= '\u4e00' and <= '\u9fff';
}
