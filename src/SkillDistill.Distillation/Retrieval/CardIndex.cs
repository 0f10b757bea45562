using System.Runtime.InteropServices;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Retrieval;

/// <summary>A term in one card.</summary>
/// <param name="Card">The card's number in its index.</param>
/// <param name="Frequency">How often it stands there, weighted by field and normalised by the fields' lengths.</param>
/// <param name="Places">Where, ascending.</param>
internal readonly record struct Posting(int Card, double Frequency, bool InTitle, int[] Places);

/// <summary>A run of letters in one card. <paramref name="Share"/> is its frequency after saturation, 0 to 1.</summary>
internal readonly record struct LetterPosting(int Card, float Share);

/// <summary>
/// Cards read once, to be ranked for any number of questions: for each term and each run of letters the cards that hold it, by their number. It keeps no card, and tells nothing of cards that are not
/// in it. Safe to read from several threads.
/// </summary>
internal sealed class CardIndex
{
    // Title, situation, action, reason, threshold, exception, falsifier, case, ask instead, skills. Moving any of them by half changed
    // nDCG on the development sets by less than 0.01; they stand where owners put what a card is about.
    private static readonly double[] FieldWeights = [2.2, 1.4, 1.0, 0.9, 1.0, 0.9, 0.7, 0.7, 0.6, 1.2];
    private static readonly double[] LengthNormalisation = [0.3, 0.6, 0.75, 0.6, 0.5, 0.6, 0.6, 0.75, 0.3, 0.2];

    private static readonly double[] UsualLengths = [6, 15, 20, 15, 8, 12, 12, 20, 4, 4];

    private const double LettersSaturation = 1.5;
    private const double LettersNormalisation = 0.75;

    private readonly Dictionary<string, List<Posting>> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, List<LetterPosting>> _letters = [];

    /// <param name="whole">What these cards are the nearest of; null where they are all there are.</param>
    public CardIndex(IReadOnlyList<CardTerms> cards, CollectionWords? whole = null)
    {
        (Count, Whole) = (cards.Count, whole);
        var average = whole?.Lengths ?? [.. Enumerable.Range(0, CardTerms.FieldCount).Select(field => Average(cards.Select(card => card.Lengths[field])))];
        var averageLetters = whole?.Letters ?? Average(cards.Select(card => card.LetterCount));
        for (var number = 0; number < cards.Count; number++)
        {
            var card = cards[number];
            foreach (var (term, places) in card.Terms)
            {
                var frequency = Frequency(places.Counts, card.Lengths, average);
                Of(_terms, term).Add(new Posting(number, frequency, places.Counts[(int)CardField.Title] > 0, [.. places.Places]));
            }

            var usual = LettersSaturation * (1 - LettersNormalisation + (LettersNormalisation * card.LetterCount / averageLetters));
            foreach (var (letters, times) in card.Letters)
            {
                Of(_letters, letters).Add(new LetterPosting(number, (float)(times / (times + usual))));
            }
        }
    }

    public int Count { get; }

    public CollectionWords? Whole { get; }

    /// <summary>The number of each card is its place in the list.</summary>
    public static CardIndex Of(IEnumerable<CardMaterial> cards, CollectionWords? whole = null) => new([.. cards.Select(CardTerms.Of)], whole);

    /// <summary>How much a card is about each of its terms, reckoned by lengths that are usual: what an index keeps must not change with every other card.</summary>
    public static IReadOnlyList<WeighedTerm> Weigh(CardTerms card) =>
        [.. card.Terms.Select(term => new WeighedTerm(TermCode.Of(term.Key), Saturated(Frequency(term.Value.Counts, card.Lengths, UsualLengths)))).GroupBy(term => term.Code).Select(same => same.MaxBy(term => term.Weight))];

    private static short Saturated(double frequency) => (short)Math.Clamp(Math.Round(WeighedTerm.Most * frequency / (Ranking.Saturation + frequency)), 1, WeighedTerm.Most);

    /// <summary>The cards that hold a term, in the order of their numbers.</summary>
    public ReadOnlySpan<Posting> With(string term) => CollectionsMarshal.AsSpan(_terms.GetValueOrDefault(term));

    /// <summary>The cards that hold a run of letters, in the order of their numbers.</summary>
    public ReadOnlySpan<LetterPosting> With(ulong letters) => CollectionsMarshal.AsSpan(_letters.GetValueOrDefault(letters));

    public Posting? Find(int card, string term)
    {
        var postings = With(term);
        var at = postings.BinarySearch(new AtCard(card));
        return at < 0 ? null : postings[at];
    }

    public bool Holds(int card, ulong letters) => With(letters).BinarySearch(new AtCard(card)) >= 0;

    private static double Frequency(int[] counts, int[] lengths, IReadOnlyList<double> average)
    {
        var frequency = 0.0;
        for (var field = 0; field < counts.Length; field++)
        {
            if (counts[field] > 0)
            {
                var b = LengthNormalisation[field];
                frequency += FieldWeights[field] * counts[field] / (1 - b + (b * lengths[field] / average[field]));
            }
        }

        return frequency;
    }

    /// <summary>Of those that have any.</summary>
    private static double Average(IEnumerable<int> lengths) => lengths.Where(length => length > 0).DefaultIfEmpty(1).Average();

    private static List<TPosting> Of<TKey, TPosting>(Dictionary<TKey, List<TPosting>> postings, TKey key)
        where TKey : notnull
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(postings, key, out _);
        return list ??= [];
    }

    private readonly struct AtCard(int card) : IComparable<Posting>, IComparable<LetterPosting>
    {
        private readonly int _card = card;

        public int CompareTo(Posting other) => _card.CompareTo(other.Card);

        public int CompareTo(LetterPosting other) => _card.CompareTo(other.Card);
    }
}
