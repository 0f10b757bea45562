using System.Reflection;

namespace SkillDistill.Domain.Profiles.Substance;

/// <summary>The word lists, read once. The longest phrase that begins at a place is the one that counts there.</summary>
internal sealed class Lexicon
{
    private readonly Node _root = new();

    private Lexicon()
    {
    }

    public static Lexicon Words { get; } = Load();

    /// <param name="tokens">Lower-case words, and Chinese characters one by one.</param>
    /// <returns>How many tokens the longest entry from here takes, and its senses; 0 where there is none.</returns>
    public (int Tokens, Sense Sense) Longest(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        var (node, found) = (_root, (0, Sense.None));
        for (var taken = 0; taken < tokens.Length && node.Next(text[tokens[taken].Start..tokens[taken].End]) is { } next;)
        {
            node = next;
            taken++;
            found = node.Sense == Sense.None ? found : (taken, node.Sense);
        }

        return found;
    }

    private static Lexicon Load()
    {
        var words = new Lexicon();
        foreach (var language in (string[])["english", "chinese"])
        {
            words.Read(language);
        }

        return words;
    }

    private void Read(string language)
    {
        var name = $"SkillDistill.Domain.Profiles.Substance.Words.{language}.txt";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The word list {name} is missing from the build.");
        using var reader = new StreamReader(stream);
        var (sense, inflected) = (Sense.None, false);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('['))
            {
                var heading = line.Trim('[', ']');
                (sense, inflected) = (Enum.Parse<Sense>(heading.Split(' ')[0], ignoreCase: true), language == "english" && !heading.EndsWith("as is", StringComparison.Ordinal));
            }
            else if (!line.StartsWith('#'))
            {
                foreach (var entry in line.Split([',', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                {
                    Add(entry, sense, inflected);
                }
            }
        }
    }

    private void Add(string entry, Sense sense, bool inflected)
    {
        var tokens = Token.Cut(entry).ConvertAll(token => entry[token.Start..token.End]);
        Add(tokens, sense);
        foreach (var at in inflected ? new[] { 0, tokens.Count - 1 }.Distinct() : [])
        {
            foreach (var form in Inflection.Of(tokens[at]))
            {
                Add([.. tokens[..at], form, .. tokens[(at + 1)..]], sense);
            }
        }
    }

    private void Add(List<string> tokens, Sense sense) => tokens.Aggregate(_root, (node, token) => node.Grow(token)).Sense |= sense;

    private sealed class Node
    {
        private readonly Dictionary<string, Node> _next = new(StringComparer.Ordinal);

        public Sense Sense { get; set; }

        public Node? Next(ReadOnlySpan<char> token) => _next.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(token, out var next) ? next : null;

        public Node Grow(string token) => Next(token) ?? (_next[token] = new Node());
    }
}
