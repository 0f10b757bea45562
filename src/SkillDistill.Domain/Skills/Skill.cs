using System.Globalization;

namespace SkillDistill.Domain.Skills;

/// <summary>
/// A concept of the taxonomy, in the manner of SKOS (https://www.w3.org/TR/skos-reference/): preferred and alternative labels by language,
/// and at most one broader concept.
/// </summary>
public sealed partial class Skill
{
    public const int KeyLength = 80;
    public const int LabelLength = 160;
    public const int LabelLimit = 60;

    private readonly List<SkillLabel> _labels = [];

    private Skill()
    {
    }

    public Id<Skill> Id { get; private set; }

    /// <summary>A short stable name in lower case and hyphens, for files and addresses.</summary>
    public string Key { get; private set; } = "";

    public Id<Skill>? BroaderId { get; private set; }

    /// <summary>Which concept of a published taxonomy it is: the address that ESCO gives it, or "onet:" and the element's id; null for the organisation's own.</summary>
    public string? Uri { get; private set; }

    /// <summary>What it means, where a taxonomy says so.</summary>
    public string? Definition { get; private set; }

    public ConceptScheme Scheme => ConceptSchemes.Of(Uri);

    /// <summary>Since when it is offered to nobody any more. Who declared it keeps their level.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>The skill that took it in, with all that was said about it.</summary>
    public Id<Skill>? MergedIntoId { get; private set; }

    /// <summary>Preferred ones first, then by language and text: the same order every time, whatever order a store returns them in.</summary>
    public IReadOnlyList<SkillLabel> Labels =>
        [.. _labels.OrderByDescending(label => label.IsPreferred).ThenBy(label => label.Language, StringComparer.Ordinal).ThenBy(label => label.Text, StringComparer.Ordinal)];

    public static Skill Define(string key, Id<Skill>? broader, IEnumerable<SkillLabel> labels)
    {
        var skill = new Skill { Id = Id<Skill>.New(), Key = key, BroaderId = broader };
        skill._labels.AddRange(labels);
        return skill;
    }

    /// <summary>A key made of the preferred English label: letters and digits of ASCII, joined by hyphens; "skill" where nothing is left.</summary>
    public static string KeyFor(IEnumerable<SkillLabel> labels)
    {
        var label = labels.FirstOrDefault(label => label is { IsPreferred: true, Language: "en" })?.Text ?? "";
        var words = new string([.. label.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ')]);
        var key = string.Join('-', words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return key.Length == 0 ? "skill" : key[..Math.Min(key.Length, KeyLength - 4)].TrimEnd('-');
    }

    /// <summary>Whether these labels can name a skill: at most one preferred in each language, at least one of all, none empty or too long.</summary>
    public static Refusal? Weigh(IReadOnlyList<SkillLabel> labels)
    {
        if (!labels.Any(label => label.IsPreferred))
        {
            return new SkillWithoutLabel();
        }

        return labels.Count > LabelLimit || labels.Any(label => label.Text.Length is 0 or > LabelLength)
            ? new SkillLabelsTooLong(LabelLength, LabelLimit)
            : null;
    }

    /// <summary>Replaces the names of the skill in the languages that are spoken of. Those in others, who declared it, and targets for it, stay.</summary>
    /// <param name="languages">Two letters each. A language of which no label comes has no name any more.</param>
    public Outcome<Skill> Relabel(IEnumerable<SkillLabel> said, IReadOnlyCollection<string> languages)
    {
        List<SkillLabel> labels = [.. said, .. _labels.Where(label => !languages.Contains(label.Language))];
        if (Weigh(labels) is { } refusal)
        {
            return refusal;
        }

        // What stays the same keeps its row, so that an edit of one label writes one label.
        _labels.RemoveAll(label => !labels.Contains(label));
        _labels.AddRange(labels.Where(label => !_labels.Contains(label)).ToList());
        return this;
    }

    /// <param name="lineage">The broader skill and all above it, so that no skill ends up below itself.</param>
    public Outcome<Skill> PlaceUnder(Id<Skill>? broader, IEnumerable<Id<Skill>> lineage)
    {
        if (broader is not null && lineage.Contains(Id))
        {
            return new SkillBelowItself();
        }

        BroaderId = broader;
        return this;
    }

    /// <summary>The preferred label in the reader's language, else in English, else in whatever language it has one, else the key.</summary>
    public string Label(CultureInfo culture) => Label(Labels, culture) ?? Key;

    public static string? Label(IEnumerable<SkillLabel> labels, CultureInfo culture)
    {
        var preferred = labels.Where(label => label.IsPreferred).ToList();
        return (preferred.Find(label => label.Language == culture.TwoLetterISOLanguageName)
            ?? preferred.Find(label => label.Language == "en")
            ?? preferred.FirstOrDefault())?.Text;
    }
}

/// <summary>One name of a skill. <paramref name="Language"/> is the two-letter code (ISO 639-1).</summary>
public sealed record SkillLabel(string Language, string Text, bool IsPreferred);

public sealed record SkillWithoutLabel : Refusal
{
    public override string? Field => "English";
}

public sealed record SkillLabelsTooLong(int Length, int Count) : Refusal
{
    public override IReadOnlyList<object> Arguments => [Length, Count];
}

public sealed record SkillBelowItself : Refusal
{
    public override string? Field => "Broader";
}
