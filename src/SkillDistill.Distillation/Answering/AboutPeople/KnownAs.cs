namespace SkillDistill.Distillation.Answering.AboutPeople;

/// <summary>How many people are called, taken apart once, so that it is quickly known whom a text may name.</summary>
public sealed class KnownAs
{
    private readonly List<string> _names;
    private readonly Dictionary<string, List<int>> _byPart = new(StringComparer.OrdinalIgnoreCase);

    public KnownAs(IEnumerable<string> names)
    {
        _names = [.. names];
        for (var number = 0; number < _names.Count; number++)
        {
            foreach (var part in Names.PartsOf(_names[number]))
            {
                if (!_byPart.TryGetValue(part, out var known))
                {
                    _byPart[part] = known = [];
                }

                known.Add(number);
            }
        }
    }

    /// <summary>The names of which one of the texts holds a word or a Chinese letter.</summary>
    internal IReadOnlyList<string> In(IReadOnlyList<string> texts) =>
        [.. _byPart.Where(part => texts.Any(text => text.Contains(part.Key, StringComparison.OrdinalIgnoreCase))).SelectMany(part => part.Value).Distinct().Order().Select(number => _names[number])];
}
