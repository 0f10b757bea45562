using System.Buffers;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Retrieval;

/// <summary>A card that holds some of the question's terms, or means the like.</summary>
/// <param name="Score">What it is ranked by; it compares with other scores of the same ranking.</param>
/// <param name="Words">The part of the score that comes from words and their letters.</param>
/// <param name="Nearness">How near its meaning is to the question's, 1 at most: the cosine between them, as the local encoder would have it. Null where either is not known.</param>
/// <param name="Found">Which terms it holds, in the order of the question.</param>
/// <param name="Letters">The share (0 to 1) of the question's own runs of letters, weighted by how rare they are, that stand in it.</param>
internal sealed record Hit(CardMaterial Card, double Score, double Words, double? Nearness, bool[] Found, double Letters);

/// <summary>
/// Cards ranked for one question by BM25F (Robertson &amp; Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, section 3.5):
/// a term's frequencies in the fields are weighted and normalised by length first, added, and only then saturated. To the words come, with less
/// weight, the runs of letters they are made of (<see cref="LetterGrams"/>), which find a word in another form; and where an encoder has read both, how near the
/// card's meaning is to the question's. A card with none of the words that is not near either is no hit. Of the cards it keeps the hits alone: an answer holds on to its ranking while it runs.
/// </summary>
internal sealed class Ranking
{
    public const double Saturation = 1.2;

    // What stands for a word is a weaker sign than the word.
    public const double SynonymWeight = 0.4;

    // Beyond this, gains on imported notes turned into losses on rephrased questions (StackFAQ).
    private const double NeighbourWeight = 0.4;

    // From 0.15 to 0.3 no public collection moved by more than 0.003 nDCG; none at all cost 0.03 on average, and more pushed the right card of own questions about runbooks back.
    private const double LettersWeight = 0.25;

    // Added for each part of nearness above that of unrelated texts, which is far from 0. From 40 to 120 nDCG on public collections moved by 0.03 (own wording gains), 0.01 and less.
    private const double MeaningWeight = 60;
    private const double Unrelated = 0.45;

    // A card without any of the words is a hit from here on.
    private const double NearByItself = 0.6;

    // Idf within a handful of cards says little: a word in two of five cards is not therefore common. Reckoned as if the cards stood among
    // this many more that lack the word.
    private const double Background = 30;

    // A pair of characters no card holds is as often the seam between two words as it is a word.
    private const double UnseenPair = 0.5;

    private readonly CardIndex _index;
    private readonly double[] _weights;

    private Ranking(Question question, CardIndex index, IReadOnlyList<CardMaterial> cards, int most)
    {
        (Question, _index) = (question, index);
        _weights = new double[question.Terms.Count];
        var (words, letters, nearness) = (Rent(index.Count), Rent(index.Count), Rent(index.Count));
        try
        {
            AddWords(words);
            AddNeighbours(words);
            AddLetters(letters);
            AddMeanings(cards, nearness);
            for (var card = 0; card < index.Count; card++)
            {
                // A run of letters alone makes no hit.
                words[card] += words[card] > 0 ? LettersWeight * letters[card] : 0;
            }

            Hits = [.. Best(cards, words, nearness, most).Select(hit => HitOf(cards[hit.Card], hit.Card, hit.Score, words[hit.Card], nearness[hit.Card]))];
        }
        finally
        {
            ArrayPool<double>.Shared.Return(words);
            ArrayPool<double>.Shared.Return(letters);
            ArrayPool<double>.Shared.Return(nearness);
        }
    }

    public Question Question { get; }

    /// <summary>The best first; equal scores in the order of the cards' ids.</summary>
    public IReadOnlyList<Hit> Hits { get; }

    public static Ranking Of(Question question, IReadOnlyList<CardMaterial> cards) => new(question, CardIndex.Of(cards), cards, cards.Count);

    /// <param name="index">Of these cards, in this order.</param>
    /// <param name="most">How many hits are looked at closely and kept.</param>
    public static Ranking Of(Question question, CardIndex index, IReadOnlyList<CardMaterial> cards, int most) => new(question, index, cards, most);

    /// <summary>The weight of a term of the question: how rare it is among the cards, times how much matter it carries.</summary>
    public double Weight(int term) => _weights[term];

    /// <summary>The share (0 to 1) of the question's weight that these terms make up.</summary>
    /// <param name="found">By term of the question.</param>
    public double Coverage(bool[] found)
    {
        var (covered, whole) = (0.0, 0.0);
        for (var term = 0; term < found.Length; term++)
        {
            var weight = Question.Terms[term].Kind == TermKind.Joined ? 0 : _weights[term];
            whole += weight;
            covered += found[term] ? weight : 0;
        }

        return whole > 0 ? covered / whole : 0;
    }

    /// <summary>How rare a term is that so many of the cards hold.</summary>
    public static double Idf(int cards, int holders) => Math.Log(1 + ((cards + Background - holders + 0.5) / (holders + 0.5)));

    private double Idf(int holders) => Idf(_index.Whole?.Cards ?? _index.Count, holders);

    private void AddWords(double[] words)
    {
        var frequencies = Rent(_index.Count);
        for (var i = 0; i < _weights.Length; i++)
        {
            var term = Question.Terms[i];
            var holders = AddFrequencies(frequencies, term.Text, 1);
            foreach (var other in term.Others)
            {
                holders += AddFrequencies(frequencies, other, SynonymWeight);
            }

            holders = _index.Whole?.Holders(term, holders) ?? holders;
            _weights[i] = term.Weight * Idf(holders) * (holders == 0 && term.Kind == TermKind.Han ? UnseenPair : 1);
            Settle(term.Text, i);
            foreach (var other in term.Others)
            {
                Settle(other, i);
            }
        }

        ArrayPool<double>.Shared.Return(frequencies);

        void Settle(string text, int term)
        {
            foreach (var posting in _index.With(text))
            {
                var frequency = frequencies[posting.Card];
                words[posting.Card] += _weights[term] * frequency / (Saturation + frequency);
                frequencies[posting.Card] = 0;
            }
        }
    }

    /// <returns>How many cards hold it of which none had held what was added before.</returns>
    private int AddFrequencies(double[] frequencies, string text, double weight)
    {
        var holders = 0;
        foreach (var posting in _index.With(text))
        {
            holders += frequencies[posting.Card] == 0 ? 1 : 0;
            frequencies[posting.Card] += weight * posting.Frequency;
        }

        return holders;
    }

    /// <summary>The weight of words that follow each other in the question and in the card too, in the manner of Metzler &amp; Croft (SIGIR 2005).</summary>
    private void AddNeighbours(double[] words)
    {
        var own = Enumerable.Range(0, _weights.Length).Where(term => Question.Terms[term] is { Kind: TermKind.Word, IsCarried: false }).ToList();
        foreach (var (left, right) in own.Zip(own.Skip(1)))
        {
            foreach (var first in _index.With(Question.Terms[left].Text))
            {
                if (_index.Find(first.Card, Question.Terms[right].Text) is { } second)
                {
                    var times = Follows(first.Places, second.Places);
                    words[first.Card] += NeighbourWeight * (_weights[left] + _weights[right]) / 2 * times / (Saturation + times);
                }
            }
        }
    }

    /// <summary>How often a place of the second comes right after one of the first; both ascend.</summary>
    private static int Follows(int[] first, int[] second)
    {
        var (times, at) = (0, 0);
        foreach (var place in first)
        {
            while (at < second.Length && second[at] <= place)
            {
                at++;
            }

            times += at < second.Length && second[at] == place + 1 ? 1 : 0;
        }

        return times;
    }

    private void AddLetters(double[] letters)
    {
        foreach (var (run, weight) in Question.Letters)
        {
            var holders = _index.With(run);
            var rarity = weight * Idf(Holders(run));
            foreach (var posting in holders)
            {
                letters[posting.Card] += rarity * posting.Share;
            }
        }
    }

    private int Holders(ulong run) => _index.Whole?.Holders(run, _index.With(run).Length) ?? _index.With(run).Length;

    /// <summary>The nearness of each card; NaN where it is not known.</summary>
    private void AddMeanings(IReadOnlyList<CardMaterial> cards, double[] nearness)
    {
        for (var card = 0; card < _index.Count; card++)
        {
            nearness[card] = Question.Meaning?.NearnessTo(cards[card].Meaning) ?? double.NaN;
        }
    }

    private (int Card, double Score)[] Best(IReadOnlyList<CardMaterial> cards, double[] words, double[] nearness, int most)
    {
        // A card in a language that the encoder does not read is taken for as near as the others are on average.
        var usual = Usual(nearness);
        // The worst of the best on top, so that it is the one that makes room.
        var best = new PriorityQueue<int, (double Score, Id<Card> Card)>(Comparer<(double Score, Id<Card> Card)>.Create((left, right) =>
            left.Score != right.Score ? left.Score.CompareTo(right.Score) : right.Card.CompareTo(left.Card)));
        for (var card = 0; card < _index.Count; card++)
        {
            if (words[card] > 0 || nearness[card] >= NearByItself)
            {
                var near = double.IsNaN(nearness[card]) ? usual : nearness[card];
                var rank = (words[card] + (MeaningWeight * Math.Max(0, near - Unrelated)), cards[card].CardId);
                if (best.Count < most)
                {
                    best.Enqueue(card, rank);
                }
                else
                {
                    best.EnqueueDequeue(card, rank);
                }
            }
        }

        var ordered = new (int Card, double Score)[best.Count];
        for (var at = ordered.Length - 1; best.TryDequeue(out var card, out var rank); at--)
        {
            ordered[at] = (card, rank.Score);
        }

        return ordered;
    }

    private double Usual(double[] nearness)
    {
        var (sum, count) = (0.0, 0);
        for (var card = 0; card < _index.Count; card++)
        {
            (sum, count) = double.IsNaN(nearness[card]) ? (sum, count) : (sum + nearness[card], count + 1);
        }

        return count > 0 ? sum / count : Unrelated;
    }

    private Hit HitOf(CardMaterial material, int card, double score, double words, double nearness)
    {
        var found = Question.Terms.Select(term => _index.Find(card, term.Text) is not null || term.Others.Any(other => _index.Find(card, other) is not null)).ToArray();
        var (held, whole) = (0.0, 0.0);
        foreach (var (run, _) in Question.Letters.Where(run => run.Value == 1))
        {
            var rarity = Idf(Holders(run));
            whole += rarity;
            held += _index.Holds(card, run) ? rarity : 0;
        }

        return new Hit(material, score, words, double.IsNaN(nearness) ? null : nearness, found, whole > 0 ? held / whole : 0);
    }

    private static double[] Rent(int length)
    {
        var rented = ArrayPool<double>.Shared.Rent(length);
        Array.Clear(rented, 0, length);
        return rented;
    }
}
