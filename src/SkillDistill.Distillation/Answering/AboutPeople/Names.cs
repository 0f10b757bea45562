using System.Text.RegularExpressions;

namespace SkillDistill.Distillation.Answering.AboutPeople;

/// <summary>How people are called who are known by these names: by all of it, by one of its words, in Chinese also by the given name or as "老周" and "周工".</summary>
internal sealed partial class Names
{
    // Given names and surnames that are words too: only with a capital, and not where a sentence begins.
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "will", "mark", "bill", "rose", "may", "grace", "hope", "faith", "joy", "dawn", "jack", "rob", "art", "drew", "pat", "sue", "penny", "ray", "dean", "guy", "miles", "chip", "frank", "grant", "norm", "april", "june",
        "august", "summer", "autumn", "violet", "olive", "iris", "amber", "ruby", "crystal", "pearl", "lance", "pierce", "chase", "hunter", "mason", "carter", "cooper", "parker", "baker", "smith", "cook", "king", "young", "long",
        "short", "white", "black", "brown", "green", "gray", "wood", "stone", "field", "hill", "rivers", "lake", "page", "price", "cash", "bond", "banks", "ford", "bell", "fox", "wolf", "hall", "park", "day", "gold", "silver", "sage",
        "jewel", "melody", "harmony", "robin", "martin", "jean", "gene", "dale", "glen", "heath", "reed", "rich", "skip", "tab", "van", "max", "ben", "sky", "star", "sunny", "angel", "christian", "major", "prince", "duke", "rock", "cliff",
        "web", "sharp", "case", "best", "strong", "wise", "good", "power", "speed", "love", "bright", "noble", "moody", "small", "little", "rush", "church", "bush", "marsh", "moss", "berry", "rice", "bean", "pepper", "so", "do", "an", "he",
        "you", "ho", "su", "to", "in", "on", "can", "son", "man", "long", "sun", "song", "wang", "den", "der", "de", "la", "le", "von", "el", "al", "bin", "ibn", "key", "line", "order", "stack", "branch", "lane", "street", "marks", "more",
    };

    private readonly HashSet<string> _latin = new(StringComparer.OrdinalIgnoreCase);
    private readonly Regex? _all;

    public Names(IEnumerable<string> names)
    {
        var known = names.Where(name => name.Length > 1).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        _latin.UnionWith(known.SelectMany(name => Latin().Matches(name).Select(match => match.Value)).Where(word => word.Length > 1));
        var called = known.SelectMany(Called).Concat(_latin.Where(word => word.Length > 2 && !Words.Contains(word)).Select(word => $"(?<![A-Za-z]){Regex.Escape(word)}(?![A-Za-z])")).Distinct().OrderByDescending(name => name.Length).ToList();
        _all = called.Count == 0 ? null : new Regex($"(?:{string.Join('|', called)})(?: *(?:{string.Join('|', called)}))*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    }

    /// <summary>Whether a word of an English text is somebody's name.</summary>
    public bool Has(string word, bool isFirst) =>
        _latin.Contains(word) && (Words.Contains(word) ? char.IsUpper(word[0]) && !isFirst : word.Length > 2 || char.IsUpper(word[0]));

    /// <summary>A Chinese text with the sign of a person in place of each name.</summary>
    public string SignedIn(string text) => _all?.Replace(text, "@") ?? text;

    public static bool IsHan(char letter) => letter is >= '\u4e00' and <= '\u9fff';

    /// <summary>Its words, and its Chinese letters.</summary>
    public static IEnumerable<string> PartsOf(string name) => Latin().Matches(name).Select(word => word.Value).Concat(name.Where(IsHan).Select(letter => letter.ToString()));

    private static IEnumerable<string> Called(string name)
    {
        foreach (var han in Han().Matches(name).Select(match => match.Value).Where(han => han.Length is >= 2 and <= 4))
        {
            var (surname, given) = han.Length == 4 ? (han[..2], han[2..]) : (han[..1], han[1..]);
            yield return han;
            yield return $"[老小阿]{surname}(?![\\u4e00-\\u9fff]?[时型心组])";
            yield return $"{surname}(?:工|姐|哥|总|经理|老师|主管|师傅|博士|先生|女士|部长|科长|组长)";
            if (given.Length > 1)
            {
                yield return given;
                yield return $"[小阿]{given[^1]}";
            }
        }
    }

    [GeneratedRegex(@"[\p{L}\p{M}-[\p{IsCJKUnifiedIdeographs}]]+")]
    private static partial Regex Latin();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}+")]
    private static partial Regex Han();
}
