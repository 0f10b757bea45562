namespace SkillDistill.Domain.Skills;

/// <summary>One skill as the file of a taxonomy has it, whatever its form.</summary>
public sealed record Concept
{
    private Concept()
    {
    }

    /// <summary>Of the file, or which one of its entries, from 1 on.</summary>
    public required int Line { get; init; }

    /// <summary>Null in an organisation's own file that gives none.</summary>
    public string? Uri { get; private init; }

    /// <summary>What the one above it is called in the file or here, by address or name; null at the top.</summary>
    public string? Broader { get; private init; }

    /// <summary>By which it can be chosen: what the taxonomy calls its kind or branch; empty where it has none.</summary>
    public string Group { get; private init; } = "";

    /// <summary>The preferred ones first. Other names that are too long to keep are left out; a preferred one is not, and makes a mistake.</summary>
    public IReadOnlyList<SkillLabel> Labels { get; private init; } = [];

    public string? Definition { get; private init; }

    /// <summary>What it is called before anything else: its first preferred label, or nothing.</summary>
    public string Name => Labels.FirstOrDefault(label => label.IsPreferred)?.Text ?? "";

    /// <summary>Whether it says of a known concept where it stands, and nothing else.</summary>
    public bool IsPlaceOnly => Uri is not null && Broader is not null && Labels.Count == 0;

    /// <summary>By which others of the file call it.</summary>
    public string Key => Uri ?? Name;

    public static Concept Of(int line, string? uri, string? broader, string? group, IEnumerable<SkillLabel> labels, string? definition) => new()
    {
        Line = line,
        Uri = Some(uri),
        Broader = Some(broader),
        Group = (group ?? "").ToPlainLine(),
        Labels =
        [
            .. labels.Select(label => label with { Text = label.Text.ToPlainLine() })
                .Where(label => label.Text.Length > 0 && (label.IsPreferred || label.Text.Length <= Skill.LabelLength))
                .DistinctBy(label => (label.Language, label.Text.ToUpperInvariant())).OrderByDescending(label => label.IsPreferred),
        ],
        Definition = Some(definition) is { } text ? text[..Math.Min(text.Length, Skill.DefinitionLength)].ToWellFormed() : null,
    };

    private static string? Some(string? text) => (text ?? "").ToPlainLine() is { Length: > 0 } plain ? plain : null;
}
