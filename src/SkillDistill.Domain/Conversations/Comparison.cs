using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Conversations;

/// <summary>
/// What two answers rest on, held against each other by rules: which numbers, limits, exceptions, signs of being wrong and addresses stand in the cards of one, of the other, or of both.
/// It reads what was cited, never who is right, and the words stay their authors'.
/// </summary>
public sealed record Comparison(IReadOnlyList<ComparedPart> Parts)
{
    private static readonly CardField[] Compared = [CardField.Threshold, CardField.Exception, CardField.Falsifier, CardField.AskInstead];

    /// <summary>Whether the two have nothing that a rule could tell apart or together.</summary>
    public bool IsEmpty => Parts.Count == 0;

    /// <param name="first">The cards that the first answer cites, each once.</param>
    /// <param name="second">The cards that the second cites.</param>
    public static Comparison Of(IReadOnlyCollection<CardText> first, IReadOnlyCollection<CardText> second)
    {
        var numbers = Part(null, first.SelectMany(Numbers), second.SelectMany(Numbers));
        var fields = Compared.Select(field => Part(field, first.SelectMany(card => Words(card, field)), second.SelectMany(card => Words(card, field))));
        return new Comparison([.. fields.Prepend(numbers).Where(part => part.Both.Count + part.OnlyFirst.Count + part.OnlySecond.Count > 0)]);
    }

    private static ComparedPart Part(CardField? field, IEnumerable<ComparedWords> first, IEnumerable<ComparedWords> second)
    {
        var (left, right) = (first.DistinctBy(words => words.Key).ToList(), second.DistinctBy(words => words.Key).ToList());
        var (leftKeys, rightKeys) = (left.Select(words => words.Key).ToHashSet(StringComparer.Ordinal), right.Select(words => words.Key).ToHashSet(StringComparer.Ordinal));
        return new ComparedPart(
            field,
            [.. left.Where(words => !rightKeys.Contains(words.Key)).Select(words => words.Words)],
            [.. left.Where(words => rightKeys.Contains(words.Key)).Select(words => words.Words)],
            [.. right.Where(words => !leftKeys.Contains(words.Key)).Select(words => words.Words)]);
    }

    private static IEnumerable<ComparedWords> Numbers(CardText card) =>
        Enum.GetValues<CardField>().SelectMany(field => Quantities.In(card[field])).Select(quantity => new ComparedWords(quantity.Key, quantity.Words));

    /// <summary>Blanks, case and the full stop make no difference.</summary>
    private static IEnumerable<ComparedWords> Words(CardText card, CardField field) => card[field].Length == 0 ? [] :
        [new ComparedWords(string.Join(' ', card[field].Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.', '。').ToLowerInvariant(), card[field])];

    private sealed record ComparedWords(string Key, string Words);
}

/// <param name="Field">Null for the numbers, from whatever field.</param>
/// <param name="Both">As the first has them.</param>
public sealed record ComparedPart(CardField? Field, IReadOnlyList<string> OnlyFirst, IReadOnlyList<string> Both, IReadOnlyList<string> OnlySecond);
