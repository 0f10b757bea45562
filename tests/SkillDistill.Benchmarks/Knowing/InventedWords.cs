using System.Text;

namespace SkillDistill.Benchmarks.Knowing;

/// <summary>Made-up words, the n-th as common as one in n (Zipf), as words of a field are once those that only carry form are left out. The same in every run.</summary>
internal sealed class InventedWords
{
    private const int Count = 50_000;

    private static readonly string[] Syllables = ["ba", "ko", "ri", "ta", "mu", "len", "dor", "vi", "sha", "pek", "nol", "gra", "zi", "hu", "mar", "tel", "qua", "fi", "rost", "bel"];

    private readonly string[] _words = [.. Enumerable.Range(0, Count).Select(Spell)];
    private readonly double[] _upTo = new double[Count];

    public InventedWords()
    {
        var sum = 0.0;
        for (var rank = 0; rank < Count; rank++)
        {
            _upTo[rank] = sum += 1.0 / (rank + 3);
        }
    }

    /// <param name="rank">0 is the commonest.</param>
    public string this[int rank] => _words[rank];

    public string Some(Random chance, int words)
    {
        var text = new StringBuilder();
        for (var at = 0; at < words; at++)
        {
            var found = Array.BinarySearch(_upTo, chance.NextDouble() * _upTo[^1]);
            text.Append(at > 0 ? " " : "").Append(_words[Math.Min(found < 0 ? ~found : found, Count - 1)]);
        }

        return text.ToString();
    }

    private static string Spell(int rank)
    {
        var word = new StringBuilder();
        for (var left = rank + Syllables.Length; left > 0; left /= Syllables.Length)
        {
            word.Append(Syllables[left % Syllables.Length]);
        }

        return word.ToString();
    }
}
