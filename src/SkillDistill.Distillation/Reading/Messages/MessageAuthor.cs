namespace SkillDistill.Distillation.Reading.Messages;

/// <summary>Who wrote a message, as the export knows them. What it does not know is empty.</summary>
/// <param name="Key">The export's own name for them, "U024BE7LH" or a mail address.</param>
public sealed record MessageAuthor(string Key, string Name, string Address)
{
    public string Shown => Name.Length == 0 ? Key : Address.Length == 0 ? Name : $"{Name} <{Address}>";

    /// <summary>Whether one of these is theirs, whatever its capitals: their key, their name, or their mail address.</summary>
    public bool IsOneOf(IReadOnlyCollection<string> names) => names.Any(name => Is(name, Key) || Is(name, Name) || Is(name, Address));

    private static bool Is(string said, string known) => known.Length > 0 && said.Equals(known, StringComparison.OrdinalIgnoreCase);
}
