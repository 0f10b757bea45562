using Lucene.Net.Tartarus.Snowball.Ext;

namespace SkillDistill.Distillation.Retrieval;

/// <summary>
/// English word to stem, by Porter's second stemmer (https://snowballstem.org/algorithms/english/stemmer.html). Of none, plural-only, KStem, Porter
/// and Porter 2 the last two did best where people ask in other words than the card uses (nDCG@10 0.493 against 0.481 for KStem and 0.440 for none).
/// </summary>
internal static class Stemming
{
    // The stemmer works in buffers of its own and so serves one thread at a time.
    [ThreadStatic]
    private static EnglishStemmer? _stemmer;

    public static string Stem(string word)
    {
        var stemmer = _stemmer ??= new EnglishStemmer();
        stemmer.SetCurrent(word);
        return stemmer.Stem() ? stemmer.Current : word;
    }
}
