using System.Reflection;

namespace SkillDistill.Domain.Interviews;

/// <summary>
/// The lists in Interviews/Words: <c>#</c> begins a comment, <c>[name]</c> a section, every other line holds one entry. A section of one name
/// may stand in the list of each language; both are looked for in every text, because people mix them.
/// </summary>
internal static class WordList
{
    private static readonly Dictionary<string, List<string>> Sections = Load();

    public static IReadOnlyList<string> Section(string name) => Sections.TryGetValue(name, out var lines)
        ? lines
        : throw new InvalidOperationException($"No word list has a section [{name}].");

    /// <summary>For sections that hold single words, many to a line.</summary>
    public static IReadOnlySet<string> Words(string name) =>
        new HashSet<string>(Section(name).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)), StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, List<string>> Load()
    {
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("SkillDistill.Domain.Interviews.Words.", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            Read(name, reader.ReadToEnd(), sections);
        }

        return sections;
    }

    /// <summary>A regular expression may begin and end with brackets as well, but has more than words in it.</summary>
    private static bool IsHeading(string line) => line[0] == '[' && line[^1] == ']' && line[1..^1].All(character => char.IsAsciiLetter(character) || character is ' ' or ',');

    private static void Read(string name, string list, Dictionary<string, List<string>> sections)
    {
        List<string>? section = null;
        foreach (var line in list.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line[0] == '#')
            {
                continue;
            }

            if (IsHeading(line))
            {
                var heading = line[1..^1];
                section = sections.TryGetValue(heading, out var known) ? known : sections[heading] = [];
                continue;
            }

            (section ?? throw new InvalidOperationException($"{name}: \"{line}\" stands before the first section.")).Add(line);
        }
    }
}
