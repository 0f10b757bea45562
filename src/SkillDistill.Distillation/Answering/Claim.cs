using System.Buffers;
using System.Text.RegularExpressions;
using SkillDistill.Distillation.Retrieval;

namespace SkillDistill.Distillation.Answering;

/// <summary>A sentence as something that is said to be so: its words of matter, which of them it denies, and what it counts.</summary>
internal sealed partial class Claim
{
    // How far a "not" reaches, in UTF-16 units, unless a comma or the like stops it before.
    private const int Reach = 40;
    private const int ChineseReach = 12;

    private static readonly SearchValues<char> Stops = SearchValues.Create(",;:.!?，；：。！？\n");

    private readonly Dictionary<string, List<int>> _places = new(StringComparer.Ordinal);
    private readonly List<(int From, int To)> _denied;

    private Claim(string text)
    {
        foreach (var term in TextAnalysis.Read(text).Where(IsMatter))
        {
            if (!_places.TryGetValue(term.Text, out var places))
            {
                _places[term.Text] = places = [];
            }

            places.Add(term.Start);
        }

        _denied = [.. Negators().Matches(text).Select(match => (match.Index + match.Length, End(text, match)))];
        Numbers = [.. Counts().Matches(text).Select(match => (match.Groups["number"].Value, TextAnalysis.Stem(match.Groups["of"].Value.ToLowerInvariant())))];
    }

    /// <summary>Its words of matter, each once.</summary>
    public IReadOnlyCollection<string> Words => _places.Keys;

    public double Matter => Words.Sum(MatterOf);

    /// <summary>Numbers and the stem of the word behind them: ("30", "minut").</summary>
    public IReadOnlyList<(string Number, string Of)> Numbers { get; }

    public static Claim Of(string text) => new(text);

    /// <summary>A pair of Chinese characters is half a word: pairs overlap.</summary>
    public static double MatterOf(string word) => word[0] >= '\u2E80' ? 0.5 : 1;

    public bool Has(string word) => _places.ContainsKey(word);

    /// <summary>Whether it says "not" of a word that it shares with the other.</summary>
    public bool Denies(Claim other) => _denied.Exists(reach => _places.Any(word => other.Has(word.Key) && word.Value.Exists(place => place >= reach.From && place < reach.To)));

    private static bool IsMatter(Term term) =>
        term.Kind == TermKind.Han || (term.Kind == TermKind.Word && !WordLists.EnglishLight.Contains(term.Text) && !char.IsAsciiDigit(term.Text[0]));

    private static int End(string text, Match negator)
    {
        var from = negator.Index + negator.Length;
        var reach = Math.Min(text.Length, from + (negator.Value[0] >= '\u2E80' ? ChineseReach : Reach));
        var stop = text.AsSpan(from, reach - from).IndexOfAny(Stops);
        return stop < 0 ? reach : from + stop;
    }

    [GeneratedRegex(@"\b(?:never|not|no|cannot|without|avoid|stop|instead\s+of|rather\s+than|forbidden\s+to)\b|n['’]t\b|(?<!是)不(?!过|但|仅|断|同|少)|别(?!的|人)|勿|禁止|严禁|从不|没有|避免|未经", RegexOptions.IgnoreCase)]
    private static partial Regex Negators();

    [GeneratedRegex(@"(?<![\w.])(?<number>\d+(?:[.,]\d+)?)\s*(?<of>%|\p{IsCJKUnifiedIdeographs}|[A-Za-z]+)")]
    private static partial Regex Counts();
}
