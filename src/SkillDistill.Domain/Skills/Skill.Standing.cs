namespace SkillDistill.Domain.Skills;

/// <summary>How a skill comes into use, and out of it again.</summary>
public sealed partial class Skill
{
    public const int UriLength = 200;
    public const int DefinitionLength = 2000;

    public bool IsRetired => RetiredAt is not null;

    /// <summary>A new skill as a taxonomy has it.</summary>
    /// <param name="labels">Weighed before: see <see cref="Weigh"/>.</param>
    public static Skill From(Concept concept, string key, IEnumerable<SkillLabel> labels)
    {
        var skill = Define(key, null, labels);
        (skill.Uri, skill.Definition) = (concept.Uri, concept.Definition);
        return skill;
    }

    /// <summary>The labels that a concept, or another skill, would add: none that is there already; a preferred one only where its language has none; at most as many as there is room for.</summary>
    public IReadOnlyList<SkillLabel> Lacks(IEnumerable<SkillLabel> labels)
    {
        var added = new List<SkillLabel>();
        foreach (var label in labels)
        {
            bool IsThere(IEnumerable<SkillLabel> among) => among.Any(known => known.Language == label.Language && string.Equals(known.Text, label.Text, StringComparison.OrdinalIgnoreCase));
            if (_labels.Count + added.Count < LabelLimit && !IsThere(_labels) && !IsThere(added))
            {
                added.Add(label with { IsPreferred = label.IsPreferred && !_labels.Concat(added).Any(known => known.IsPreferred && known.Language == label.Language) });
            }
        }

        return added;
    }

    /// <summary>Takes in what a taxonomy says and is not said here yet. What the organisation wrote stays as it is.</summary>
    public void TakeIn(Concept concept, IEnumerable<SkillLabel> labels)
    {
        _labels.AddRange(Lacks(labels));
        (Uri, Definition) = (Uri ?? concept.Uri, Definition ?? concept.Definition);
    }

    /// <summary>What there is to say to whoever puts it out of use, or merges it, once more; null where it is in use.</summary>
    public Refusal? Gone => MergedIntoId is not null ? new SkillMergedAlready() : IsRetired ? new SkillRetiredAlready() : null;

    /// <summary>No longer offered for levels, cards and targets.</summary>
    public Outcome<Skill> Retire(DateTimeOffset now)
    {
        if (Gone is { } already)
        {
            return already;
        }

        RetiredAt = now;
        return this;
    }

    /// <summary>In use again. What was merged into another does not come back: nobody knows whose level was about which.</summary>
    public Outcome<Skill> Return()
    {
        if (MergedIntoId is not null)
        {
            return new SkillIsMerged();
        }

        if (!IsRetired)
        {
            return new SkillInUseAlready();
        }

        RetiredAt = null;
        return this;
    }

    /// <summary>Gives its names to another skill and is retired. What was said about it, its targets and the skills below it are moved by the caller.</summary>
    /// <param name="lineage">The other skill and all above it.</param>
    public Outcome<Skill> MergeInto(Skill other, IReadOnlyList<Id<Skill>> lineage, DateTimeOffset now)
    {
        if (other.Id == Id)
        {
            return new SkillIsItself();
        }

        if (Gone is { } already)
        {
            return already;
        }

        if (other.IsRetired)
        {
            return new SkillIsRetired();
        }

        // What stood below this one, and is above the other or is it, comes up to where this one stood.
        if (other.BroaderId == Id)
        {
            other.BroaderId = BroaderId;
        }
        else if (lineage.Contains(Id))
        {
            return new SkillBelowItself();
        }

        other._labels.AddRange(other.Lacks(Labels));
        other.Definition ??= Definition;
        (RetiredAt, MergedIntoId) = (now, other.Id);
        return this;
    }
}

public sealed record SkillIsItself : Refusal
{
    public override string? Field => "Into";
}

/// <summary>The one it should become part of is out of use.</summary>
public sealed record SkillIsRetired : Refusal
{
    public override string? Field => "Into";
}

public sealed record SkillIsMerged : Refusal;

public sealed record SkillRetiredAlready : Refusal;

public sealed record SkillMergedAlready : Refusal;

public sealed record SkillInUseAlready : Refusal;
