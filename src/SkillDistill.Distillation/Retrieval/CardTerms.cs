using System.Runtime.InteropServices;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Retrieval;

/// <summary>Where one term stands in a card: how often in each field, and at which places of the card's run of terms.</summary>
internal sealed class TermPlaces
{
    public int[] Counts { get; } = new int[CardTerms.FieldCount];

    public List<int> Places { get; } = [];
}

/// <summary>A card's terms by field; the last "field" holds the labels of its skills.</summary>
internal sealed class CardTerms
{
    public static readonly int FieldCount = Enum.GetValues<CardField>().Length + 1;

    // Between fields, so that what stands at the end of one is not near to what begins the next.
    private const int Gap = 200;

    private readonly Dictionary<string, TermPlaces> _terms = new(StringComparer.Ordinal);
    private int _place;

    private CardTerms(CardMaterial card)
    {
        Card = card;
        foreach (var field in Enum.GetValues<CardField>())
        {
            Count((int)field, card.Text[field]);
        }

        Count(FieldCount - 1, string.Join(" \n ", card.SkillLabels));
    }

    public CardMaterial Card { get; }

    public int[] Lengths { get; } = new int[FieldCount];

    public static CardTerms Of(CardMaterial card) => new(card);

    public TermPlaces? Find(string term) => _terms.GetValueOrDefault(term);

    public bool Has(QuestionTerm term) => _terms.ContainsKey(term.Text) || term.Others.Any(_terms.ContainsKey);

    private void Count(int field, string text)
    {
        foreach (var term in TextAnalysis.Read(text))
        {
            ref var places = ref CollectionsMarshal.GetValueRefOrAddDefault(_terms, term.Text, out _);
            places ??= new TermPlaces();
            places.Counts[field]++;
            places.Places.Add(_place);
            Lengths[field]++;
            _place += term.Kind == TermKind.Joined ? 0 : 1;
        }

        _place += Gap;
    }
}
