using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Retrieval;

/// <summary>A card that holds some of the question's terms.</summary>
/// <param name="Found">Which terms it holds, in the order of the question.</param>
/// <param name="Near">Which of them stand in its title or in its densest stretch.</param>
internal sealed record Hit(CardMaterial Card, double Score, bool[] Found, bool[] Near);

/// <summary>
/// Cards ranked for one question by BM25F (Robertson &amp; Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, section 3.5):
/// a term's frequencies in the fields are weighted and normalised by length first, added, and only then saturated.
/// </summary>
internal sealed class Ranking
{
    private const double Saturation = 1.2;

    // What stands for a word is a weaker sign than the word.
    private const double SynonymWeight = 0.4;

    // Beyond this, gains on imported notes turned into losses on rephrased questions (StackFAQ).
    private const double NeighbourWeight = 0.4;

    // Idf within a handful of cards says little: a word in two of five cards is not therefore common. Reckoned as if the cards stood among
    // this many more that lack the word.
    private const double Background = 30;

    // A pair of characters no card holds is as often the seam between two words as it is a word.
    private const double UnseenPair = 0.5;

    // In terms of matter, so about two sentences.
    private const int Stretch = 25;

    // Title, situation, action, reason, threshold, exception, falsifier, case, ask instead, skills. Moving any of them by half changed
    // nDCG on the development sets by less than 0.01; they stand where owners put what a card is about.
    private static readonly double[] FieldWeights = [2.2, 1.4, 1.0, 0.9, 1.0, 0.9, 0.7, 0.7, 0.6, 1.2];
    private static readonly double[] LengthNormalisation = [0.3, 0.6, 0.75, 0.6, 0.5, 0.6, 0.6, 0.75, 0.3, 0.2];

    private readonly IReadOnlyList<CardTerms> _cards;
    private readonly double[] _averageLengths = new double[CardTerms.FieldCount];
    private readonly double[] _weights;
    private readonly bool[] _counted;

    private Ranking(Question question, IReadOnlyList<CardTerms> cards)
    {
        (Question, _cards) = (question, cards);
        for (var field = 0; field < CardTerms.FieldCount; field++)
        {
            _averageLengths[field] = cards.Select(card => card.Lengths[field]).Where(length => length > 0).DefaultIfEmpty(1).Average();
        }

        _weights = [.. question.Terms.Select(term => Weigh(term, cards.Count(card => card.Has(term))))];
        var onlyCarried = question.Matter == 0;
        _counted = [.. question.Terms.Select(term => term.Kind != TermKind.Joined && (onlyCarried || !term.IsCarried))];
        Whole = _weights.Where((_, term) => _counted[term]).Sum();
        Hits = [.. cards.Select(Score).Where(hit => hit.Score > 0).OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Card.CardId)];
    }

    public Question Question { get; }

    public IReadOnlyList<Hit> Hits { get; }

    /// <summary>The weight of all terms together by which coverage is measured.</summary>
    public double Whole { get; }

    public static Ranking Of(Question question, IReadOnlyList<CardMaterial> cards) => new(question, [.. cards.Select(CardTerms.Of)]);

    public static Ranking Of(Question question, IReadOnlyList<CardTerms> cards) => new(question, cards);

    /// <summary>The weight of a term of the question: how rare it is among the cards, times how much matter it carries.</summary>
    public double Weight(int term) => _weights[term];

    /// <summary>The share (0 to 1) of the question's weight that these terms make up.</summary>
    public double Coverage(bool[] found) => Whole > 0 ? Counted().Sum(term => _weights[term] * CoveredShare(term, found)) / Whole : 0;

    /// <summary>The largest share of the question's weight (0 to 1) that one single term missing here makes up.</summary>
    public double LargestGap(bool[] found) => Whole > 0 ? Counted().Where(term => !found[term]).Select(Weight).DefaultIfEmpty(0).Max() / Whole : 1;

    private IEnumerable<int> Counted() => Enumerable.Range(0, _weights.Length).Where(term => _counted[term]);

    private double Weigh(QuestionTerm term, int holders) => term.Weight * Idf(holders) * (holders == 0 && term.Kind == TermKind.Han ? UnseenPair : 1);

    private double Idf(int holders) => Math.Log(1 + ((_cards.Count + Background - holders + 0.5) / (holders + 0.5)));

    /// <summary>A term counts as covered letter by letter: by itself, or by a longer or overlapping term that was found.</summary>
    private double CoveredShare(int term, bool[] found)
    {
        if (found[term])
        {
            return 1;
        }

        var (start, end) = (Question.Terms[term].Start, Question.Terms[term].End);
        var letters = Enumerable.Range(start, end - start)
            .Count(at => Question.Terms.Where((other, index) => found[index] && other.Start <= at && at < other.End).Any());
        return (double)letters / (end - start);
    }

    private Hit Score(CardTerms card)
    {
        var found = new bool[_weights.Length];
        var score = 0.0;
        for (var i = 0; i < found.Length; i++)
        {
            var term = Question.Terms[i];
            var frequency = Frequency(card, term.Text) + (SynonymWeight * term.Others.Sum(other => Frequency(card, other)));
            found[i] = frequency > 0;
            score += _weights[i] * frequency / (Saturation + frequency);
        }

        return new Hit(card.Card, score + (NeighbourWeight * Neighbours(card, found)), found, DensestStretch.Of(card, Question, found, _weights, Stretch));
    }

    /// <summary>The weight of words that follow each other in the question and in the card too, in the manner of Metzler &amp; Croft (SIGIR 2005).</summary>
    private double Neighbours(CardTerms card, bool[] found)
    {
        var bonus = 0.0;
        var words = Enumerable.Range(0, found.Length).Where(term => Question.Terms[term] is { Kind: TermKind.Word, IsCarried: false }).ToList();
        foreach (var (left, right) in words.Zip(words.Skip(1)).Where(pair => found[pair.First] && found[pair.Second]))
        {
            if (card.Find(Question.Terms[left].Text) is { } first && card.Find(Question.Terms[right].Text) is { } second)
            {
                var times = first.Places.Count(place => second.Places.BinarySearch(place + 1) >= 0);
                bonus += (_weights[left] + _weights[right]) / 2 * times / (Saturation + times);
            }
        }

        return bonus;
    }

    private double Frequency(CardTerms card, string term)
    {
        if (card.Find(term)?.Counts is not { } counts)
        {
            return 0;
        }

        var frequency = 0.0;
        for (var field = 0; field < counts.Length; field++)
        {
            if (counts[field] > 0)
            {
                var b = LengthNormalisation[field];
                frequency += FieldWeights[field] * counts[field] / (1 - b + (b * card.Lengths[field] / _averageLengths[field]));
            }
        }

        return frequency;
    }
}
