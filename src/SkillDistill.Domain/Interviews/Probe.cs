namespace SkillDistill.Domain.Interviews;

/// <summary>One question of an interview, with what helps to answer it and what becomes of the answer.</summary>
public sealed record Probe
{
    public const int KeyLength = 60;
    public const int QuestionLength = 240;
    public const int WhyLength = 240;
    public const int ExampleLength = 500;

    /// <summary>Half a minute is a line, five minutes are a story.</summary>
    public const decimal FewestMinutes = 0.5m;

    public const decimal MostMinutes = 6m;

    /// <summary>The fewest and most holdout questions that an interview asks for.</summary>
    public const int FewestHoldouts = 6;

    public const int MostHoldouts = 10;

    /// <summary>The most of anything that one probe may ask for: what a list on a page can hold.</summary>
    public const int MostItems = 12;

    /// <summary>What answers are kept by: the same from version to version, and given to no other question. Small letters and digits joined by hyphens.</summary>
    public required string Key { get; init; }

    public required SittingKind Sitting { get; init; }

    /// <summary>Set where the sitting has passes, and only there.</summary>
    public IncidentPass? Pass { get; init; }

    public required Wording Question { get; init; }

    /// <summary>Why it is asked, in one sentence.</summary>
    public required Wording Why { get; init; }

    public required Wording Example { get; init; }

    public required ProbeShape Shape { get; init; }

    public required ProbeAim Aim { get; init; }

    public Repetition Repeats { get; init; }

    /// <summary>Whether an admin may hide it. To the owner every probe is one they may leave out.</summary>
    public bool IsOptional { get; init; }

    /// <summary>What answering it once usually takes, in halves of a minute.</summary>
    public required decimal Minutes { get; init; }

    /// <summary>How many tasks, choices, rules or questions are asked for at least; null where that means nothing.</summary>
    public int? AtLeast { get; init; }

    public int? AtMost { get; init; }

    /// <summary>In the order of the page; empty where the answer is one piece of text.</summary>
    public IReadOnlyList<ProbePart> Parts { get; init; } = [];

    /// <summary>Questions to begin with; see <see cref="ProbeShape.Holdout"/>.</summary>
    public IReadOnlyList<ProbePrompt> Prompts { get; init; } = [];

    /// <summary>Null where the answer leads to no card.</summary>
    public ProbeCard? Card { get; init; }

    /// <summary>Whether it asks for several things, each of which is an answer of its own.</summary>
    public bool HoldsSeveral => Repeats == Repetition.PerExample || Shape is ProbeShape.Tasks or ProbeShape.Timeline or ProbeShape.TeachBack or ProbeShape.Holdout;

    /// <summary>Whether this can be a key.</summary>
    public static bool IsKey(string text) => text.Length is > 0 and <= KeyLength
        && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
        && char.IsAsciiLetterLower(text[0]) && text[^1] != '-' && !text.Contains("--", StringComparison.Ordinal);
}
