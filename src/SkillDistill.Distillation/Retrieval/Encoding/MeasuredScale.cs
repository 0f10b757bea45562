using System.Numerics.Tensors;

namespace SkillDistill.Distillation.Retrieval.Encoding;

/// <summary>What an unknown encoder is like, found by having it read a few questions and their answers of our own in each language: the cosines of each question with its answer, and with those of the others.</summary>
/// <param name="English">Null where it hardly tells them apart.</param>
/// <param name="Chinese">Null where it does not, by far, tell them apart as well as in English; it is left to the words then.</param>
internal sealed record MeasuredScale(EncoderScale? English, EncoderScale? Chinese)
{
    // Of what it is in English.
    private const double AsWell = 0.6;

    // How far the mean of the related must lie above that of the unrelated, in standard deviations of these. With less, noise would be blown up.
    private const double LeastApart = 1;

    private static readonly List<(string Question, string Text)> EnglishPairs = Load("en-pairs");
    private static readonly List<(string Question, string Text)> ChinesePairs = Load("zh-pairs");

    /// <param name="questions">Has questions read, as unit vectors, in their order.</param>
    /// <param name="texts">The same of what may answer them.</param>
    public static async Task<MeasuredScale> OfAsync(Func<IReadOnlyList<string>, Task<IReadOnlyList<float[]>>> questions, Func<IReadOnlyList<string>, Task<IReadOnlyList<float[]>>> texts)
    {
        List<(string Question, string Text)> pairs = [.. EnglishPairs, .. ChinesePairs];
        var (asked, said) = (await questions(pairs.ConvertAll(pair => pair.Question)), await texts(pairs.ConvertAll(pair => pair.Text)));
        var (english, chinese) = (Apart(asked, said, 0, EnglishPairs.Count), Apart(asked, said, EnglishPairs.Count, pairs.Count));
        return new MeasuredScale(english.ApartBy >= LeastApart ? english.Scale : null, chinese.ApartBy >= Math.Max(LeastApart, AsWell * english.ApartBy) ? chinese.Scale : null);
    }

    private static Kinds Apart(IReadOnlyList<float[]> asked, IReadOnlyList<float[]> said, int from, int to)
    {
        var (related, unrelated) = (new List<double>(), new List<double>());
        for (var question = from; question < to; question++)
        {
            for (var text = from; text < to; text++)
            {
                (question == text ? related : unrelated).Add(TensorPrimitives.Dot<float>(asked[question], said[text]));
            }
        }

        var mean = unrelated.Average();
        return new Kinds(related.Average(), mean, Math.Sqrt(unrelated.Average(cosine => (cosine - mean) * (cosine - mean))));
    }

    private static List<(string Question, string Text)> Load(string name) => [.. WordLists.Lines(name).Select(line => line.Split(" | ") is [var question, var text] ? (question, text) : throw new FormatException($"No pair: {line}"))];

    private sealed record Kinds(double Related, double Unrelated, double Spread)
    {
        public double ApartBy => Spread > 0 ? (Related - Unrelated) / Spread : 0;

        public EncoderScale Scale => EncoderScale.Between(Related, Unrelated);
    }
}
