using System.Runtime.InteropServices;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Retrieval;

/// <summary>Cards read once to be ranked for many questions: their terms, and how many of them hold each. It tells nothing of cards that are not in it.</summary>
internal sealed class CardIndex
{
    private readonly Dictionary<string, int> _holders = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, int> _letterHolders = [];

    public CardIndex(IReadOnlyList<CardTerms> cards)
    {
        Cards = cards;
        foreach (var card in cards)
        {
            foreach (var term in card.Terms)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_holders, term, out _)++;
            }

            foreach (var letters in card.Letters)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_letterHolders, letters, out _)++;
            }
        }

        for (var field = 0; field < CardTerms.FieldCount; field++)
        {
            AverageLengths[field] = cards.Select(card => card.Lengths[field]).Where(length => length > 0).DefaultIfEmpty(1).Average();
        }

        AverageLetters = cards.Select(card => card.LetterCount).Where(count => count > 0).DefaultIfEmpty(1).Average();
    }

    public IReadOnlyList<CardTerms> Cards { get; }

    /// <summary>In terms, of the cards that have the field at all.</summary>
    public double[] AverageLengths { get; } = new double[CardTerms.FieldCount];

    public double AverageLetters { get; }

    public static CardIndex Of(IEnumerable<CardMaterial> cards) => new([.. cards.Select(CardTerms.Of)]);

    public int Holders(string term) => _holders.GetValueOrDefault(term);

    public int Holders(ulong letters) => _letterHolders.GetValueOrDefault(letters);
}
