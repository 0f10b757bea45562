using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Retrieval;

/// <summary>The words of cards as an index keeps them, and what a number of cards comes to.</summary>
public sealed class CardWords
{
    private readonly long[] _lengths = new long[CardTerms.FieldCount];
    private readonly int[] _filled = new int[CardTerms.FieldCount];
    private readonly Dictionary<ulong, int> _runs = [];
    private (long Sum, int Cards) _letters;

    /// <summary>By how much each term stands for the card; each term once.</summary>
    public static IReadOnlyList<WeighedTerm> Of(CardMaterial card) => CardIndex.Weigh(CardTerms.Of(card));

    /// <summary>How many terms each field holds on average, of those cards that have any.</summary>
    public IReadOnlyList<double> Lengths => [.. _lengths.Zip(_filled, Average)];

    /// <summary>How many runs of letters a card holds on average.</summary>
    public double Letters => Average(_letters.Sum, _letters.Cards);

    public void Add(CardMaterial card)
    {
        var terms = CardTerms.Of(card);
        for (var field = 0; field < _lengths.Length; field++)
        {
            _lengths[field] += terms.Lengths[field];
            _filled[field] += terms.Lengths[field] > 0 ? 1 : 0;
        }

        _letters = (_letters.Sum + terms.LetterCount, _letters.Cards + (terms.LetterCount > 0 ? 1 : 0));
        foreach (var run in terms.Letters.Keys)
        {
            _runs[run] = _runs.GetValueOrDefault(run) + 1;
        }
    }

    /// <summary>Runs of letters that at least so many of the added cards hold, by their code.</summary>
    public IEnumerable<(long Code, int Holders)> Runs(int least) => _runs.Where(run => run.Value >= least).Select(run => (TermCode.Of(run.Key), run.Value));

    private static double Average(long sum, int count) => count > 0 ? (double)sum / count : 1;
}
