using System.Runtime.InteropServices;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Retrieval;

/// <summary>Where one term stands in a card: how often in each field, and at which places of the card's run of terms.</summary>
internal sealed class TermPlaces
{
    public int[] Counts { get; } = new int[CardTerms.FieldCount];

    /// <summary>Ascending.</summary>
    public List<int> Places { get; } = [];
}

/// <summary>A card cut into terms and runs of letters, by field; the last "field" holds the labels of its skills.</summary>
internal sealed class CardTerms
{
    public static readonly int FieldCount = Enum.GetValues<CardField>().Length + 1;

    // Between fields, so that what stands at the end of one is not near to what begins the next.
    private const int Gap = 200;

    // A title says in few letters what a card is about.
    private const int LettersOfTitle = 2;

    private readonly Dictionary<string, TermPlaces> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, int> _letters = [];
    private int _place;

    private CardTerms(CardMaterial card)
    {
        foreach (var field in Enum.GetValues<CardField>())
        {
            Count((int)field, card.Text[field]);
        }

        Count(FieldCount - 1, string.Join(" \n ", card.SkillLabels));
    }

    /// <summary>How many terms each field holds.</summary>
    public int[] Lengths { get; } = new int[FieldCount];

    public IReadOnlyDictionary<string, TermPlaces> Terms => _terms;

    /// <summary>Its runs of letters (<see cref="LetterGrams"/>), and how often each stands in it.</summary>
    public IReadOnlyDictionary<ulong, int> Letters => _letters;

    public int LetterCount { get; private set; }

    public static CardTerms Of(CardMaterial card) => new(card);

    private void Count(int field, string text)
    {
        var weight = field == (int)CardField.Title || field == FieldCount - 1 ? LettersOfTitle : 1;
        LetterGrams.Read(text, gram =>
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_letters, gram, out _) += weight;
            LetterCount += weight;
        });
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
