using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Retrieval;

/// <summary>A card that holds some of the question's terms.</summary>
/// <param name="Score">What it is ranked by: words, letters and what the best cards have in common with it.</param>
/// <param name="Words">The part of it that the question's own words make.</param>
/// <param name="Found">Which terms it holds, in the order of the question.</param>
/// <param name="Near">Which of them stand in its title or in its densest stretch.</param>
internal sealed record Hit(CardTerms Terms, double Score, double Words, bool[] Found, bool[] Near)
{
    public CardMaterial Card => Terms.Card;
}

/// <summary>
/// Cards ranked for one question by BM25F (Robertson &amp; Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, section 3.5):
/// a term's frequencies in the fields are weighted and normalised by length first, added, and only then saturated. To the words come,
/// with less weight, the letters that they are made of (<see cref="LetterGrams"/>) and what the best cards are most about (Rocchio, "Relevance Feedback in Information Retrieval", 1971).
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

    // Both are off: with 0.25 and 0.15 two of twenty questions about real runbooks found their card second (WholeJob), which public collections did not show. See decision 0019.
    // A quarter of what words say: from a tenth to a half nDCG moved by less than 0.005 on any of four public collections; none at all cost 0.02 on average.
    private const double LettersWeight = 0;
    private const double LettersSaturation = 1.5;
    private const double LettersNormalisation = 0.75;

    // From 0.1 to 0.2 questions in other words gained (0.01 on StackFAQ) and nothing else lost as much.
    private const double FeedbackWeight = 0;
    private const int FeedbackCards = 3;
    private const int FeedbackTerms = 10;

    private readonly CardIndex _index;
    private readonly double[] _weights;
    private readonly bool[] _counted;

    private Ranking(Question question, CardIndex index)
    {
        (Question, _index) = (question, index);
        _weights = [.. question.Terms.Select(term => Weigh(term, index.Cards.Count(card => card.Has(term))))];
        var onlyCarried = question.Matter == 0;
        _counted = [.. question.Terms.Select(term => term.Kind != TermKind.Joined && (onlyCarried || !term.IsCarried))];
        Whole = _weights.Where((_, term) => _counted[term]).Sum();
        Hits = Ordered(Fed(Ordered(index.Cards.Select(Score).OfType<Hit>())));
    }

    public Question Question { get; }

    public IReadOnlyList<Hit> Hits { get; }

    /// <summary>The weight of all terms together by which coverage is measured.</summary>
    public double Whole { get; }

    public static Ranking Of(Question question, IReadOnlyList<CardMaterial> cards) => new(question, CardIndex.Of(cards));

    public static Ranking Of(Question question, CardIndex cards) => new(question, cards);

    /// <summary>The weight of a term of the question: how rare it is among the cards, times how much matter it carries.</summary>
    public double Weight(int term) => _weights[term];

    /// <summary>The share (0 to 1) of the question's weight that these terms make up.</summary>
    public double Coverage(bool[] found) => Whole > 0 ? Counted().Sum(term => _weights[term] * CoveredShare(term, found)) / Whole : 0;

    /// <summary>The largest share of the question's weight (0 to 1) that one single term missing here makes up.</summary>
    public double LargestGap(bool[] found) => Whole > 0 ? Counted().Where(term => !found[term]).Select(Weight).DefaultIfEmpty(0).Max() / Whole : 1;

    private IEnumerable<int> Counted() => Enumerable.Range(0, _weights.Length).Where(term => _counted[term]);

    private double Weigh(QuestionTerm term, int holders) => term.Weight * Idf(holders) * (holders == 0 && term.Kind == TermKind.Han ? UnseenPair : 1);

    private double Idf(int holders) => Math.Log(1 + ((_index.Cards.Count + Background - holders + 0.5) / (holders + 0.5)));

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

    /// <summary>Null where it holds none of the words.</summary>
    private Hit? Score(CardTerms card)
    {
        var found = new bool[_weights.Length];
        var words = 0.0;
        for (var i = 0; i < found.Length; i++)
        {
            var term = Question.Terms[i];
            var frequency = Frequency(card, term.Text) + (SynonymWeight * term.Others.Sum(other => Frequency(card, other)));
            found[i] = frequency > 0;
            words += _weights[i] * frequency / (Saturation + frequency);
        }

        words += NeighbourWeight * Neighbours(card, found);
        return words > 0 ? new Hit(card, words + (LettersWeight * Letters(card)), words, found, DensestStretch.Of(card, Question, found, _weights, Stretch)) : null;
    }

    private double Letters(CardTerms card)
    {
        var score = 0.0;
        foreach (var (letters, weight) in Question.Letters)
        {
            if (card.Times(letters) is > 0 and var times)
            {
                score += weight * Idf(_index.Holders(letters)) * times / (times + (LettersSaturation * (1 - LettersNormalisation + (LettersNormalisation * card.LetterCount / _index.AverageLetters))));
            }
        }

        return score;
    }

    /// <summary>What the best cards are most about is looked for too, and weighs as a small part of the question.</summary>
    private List<Hit> Fed(List<Hit> hits)
    {
        var common = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var hit in hits.Take(FeedbackCards))
        {
            foreach (var term in hit.Terms.Terms)
            {
                var frequency = Frequency(hit.Terms, term);
                common[term] = common.GetValueOrDefault(term) + (hit.Score * frequency / (Saturation + frequency) * Idf(_index.Holders(term)));
            }
        }

        var best = common.OrderByDescending(term => term.Value).ThenBy(term => term.Key, StringComparer.Ordinal).Take(FeedbackTerms).Select(term => (Text: term.Key, Share: term.Value / Idf(_index.Holders(term.Key)))).ToList();
        var all = best.Sum(term => term.Share);
        var weight = all > 0 ? FeedbackWeight * Question.Terms.Sum(term => term.Weight) / all : 0;
        return hits.ConvertAll(hit => hit with
        {
            Score = hit.Score + best.Sum(term => Frequency(hit.Terms, term.Text) is > 0 and var frequency ? weight * term.Share * Idf(_index.Holders(term.Text)) * frequency / (Saturation + frequency) : 0),
        });
    }

    private static List<Hit> Ordered(IEnumerable<Hit> hits) => [.. hits.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Card.CardId)];

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
                frequency += FieldWeights[field] * counts[field] / (1 - b + (b * card.Lengths[field] / _index.AverageLengths[field]));
            }
        }

        return frequency;
    }
}
