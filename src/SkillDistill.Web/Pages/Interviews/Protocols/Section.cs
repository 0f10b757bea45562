using System.Globalization;
using SkillDistill.Domain.Interviews;

namespace SkillDistill.Web.Pages.Interviews.Protocols;

/// <summary>
/// A group of keys being read: each is asked for by name, and what is missing, wrong or not known goes to the mistakes with its line. What could not
/// be read comes back empty, so that the rest is read all the same.
/// </summary>
internal sealed class Section
{
    private static readonly Wording Unsaid = new("", "");

    private readonly MistakesOf _mistakes;
    private readonly Dictionary<string, YamlEntry> _entries;
    private readonly List<string> _asked = [];
    private readonly bool _isGroup;

    public Section(YamlNode node, string what, MistakesOf mistakes)
    {
        (Line, _mistakes, _isGroup) = (node.Line, mistakes, node is YamlMap);
        _entries = node is YamlMap map ? map.Entries.ToDictionary(entry => entry.Key, StringComparer.Ordinal) : [];
        if (!_isGroup)
        {
            mistakes.Add(node.Line, $"{what} is {node.Name}; expected a group of keys");
        }
    }

    public int Line { get; }

    /// <summary>Where this key stands, or where the group begins if it does not.</summary>
    public int LineOf(string key) => _entries.TryGetValue(key, out var entry) ? entry.Line : Line;

    public bool Has(string key) => _entries.ContainsKey(key);

    public YamlNode? Needed(string key, string expected)
    {
        var entry = Entry(key);
        if (entry is null && _isGroup)
        {
            _mistakes.Add(Line, $"“{key}” is missing; expected {expected}");
        }

        return entry?.Value;
    }

    public YamlNode? Optional(string key) => Entry(key)?.Value;

    public IReadOnlyList<YamlNode> List(string key, string expected) => Needed(key, expected) switch
    {
        YamlList list => list.Items,
        { } other => Wrong<IReadOnlyList<YamlNode>>(key, other, expected, []),
        null => [],
    };

    /// <param name="accept">What is expected beyond being there, as a test of the text.</param>
    public string Text(string key, string expected, Func<string, bool> accept) => Needed(key, expected) switch
    {
        YamlText text when accept(text.Value) => text.Value,
        { } other => Wrong(key, other, expected, ""),
        null => "",
    };

    public Wording Wording(string key, int longest) => Needed(key, $"text in {WordingText.Languages}") is { } node
        ? WordingText.Read(node, LineOf(key), $"“{key}”", longest, _mistakes)
        : Unsaid;

    /// <returns>Null where it is missing or not known.</returns>
    public T? Named<T>(string key)
        where T : struct, Enum => Named(key, Enum.GetValues<T>());

    /// <summary>One of these, where a file may not name every one.</summary>
    public T? Named<T>(string key, IReadOnlyList<T> known)
        where T : struct, Enum => Needed(key, Names(known)) is { } node ? Named(key, node, known) : null;

    public T? NamedOrNone<T>(string key)
        where T : struct, Enum => Optional(key) is { } node ? Named(key, node, Enum.GetValues<T>()) : null;

    public decimal? Number(string key, decimal least, decimal most, decimal step) =>
        Needed(key, Range(least, most, step)) is { } node ? Number(key, node, least, most, step) : null;

    public int? CountOrNone(string key, int least, int most) =>
        Optional(key) is { } node ? (int?)Number(key, node, least, most, 1) : null;

    public bool Flag(string key) => Optional(key) switch
    {
        null => false,
        YamlText { Value: "true" } => true,
        YamlText { Value: "false" } => false,
        { } other => Wrong(key, other, "true or false", false),
    };

    /// <summary>Says which keys are not known here. To be called when all have been asked for.</summary>
    public void Done()
    {
        foreach (var entry in _entries.Values.Where(entry => !_asked.Contains(entry.Key)))
        {
            _mistakes.Add(entry.Line, $"“{entry.Key}” is not known here; expected {Either(_asked)}");
        }
    }

    public static string Names<T>()
        where T : struct, Enum => Names(Enum.GetValues<T>());

    public static string Either(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}";

    private static string Names<T>(IReadOnlyList<T> known)
        where T : struct, Enum => Either([.. known.Select(name => name.ToString())]);

    private T? Named<T>(string key, YamlNode node, IReadOnlyList<T> known)
        where T : struct, Enum =>
        node is YamlText { Value: var text } && known.FirstOrDefault(name => name.ToString() == text) is var named && named.ToString() == text ? named : Wrong<T?>(key, node, Names(known), null);

    private decimal? Number(string key, YamlNode node, decimal least, decimal most, decimal step) =>
        node is YamlText { Value: var text }
        && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && number >= least && number <= most && number % step == 0
            ? number
            : Wrong<decimal?>(key, node, Range(least, most, step), null);

    private static string Range(decimal least, decimal most, decimal step) =>
        string.Create(CultureInfo.InvariantCulture, $"a {(step == 1 ? "whole number" : "number in halves")} from {least} to {most}");

    private YamlEntry? Entry(string key)
    {
        if (!_asked.Contains(key))
        {
            _asked.Add(key);
        }

        return _entries.GetValueOrDefault(key);
    }

    private T Wrong<T>(string key, YamlNode value, string expected, T instead)
    {
        _mistakes.Add(value is YamlText ? value.Line : LineOf(key), $"“{key}” is {value.Name}; expected {expected}");
        return instead;
    }
}
