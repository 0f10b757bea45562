namespace SkillDistill.Domain.Skills;

/// <summary>
/// What bringing in a taxonomy would do, concept by concept, weighed before anything is changed. A concept is known by its address, else by a preferred name; what it says is added to what
/// is there, and nothing that the organisation wrote is written over. So the same file brought in twice changes nothing the second time.
/// </summary>
public sealed class TaxonomyImport
{
    private readonly Dictionary<string, Skill> _byUri;
    private readonly Dictionary<(string Language, string Name), Skill> _byName = [];
    private readonly Dictionary<string, Skill> _byAnyName = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, Skill> _byOther;
    private readonly Dictionary<string, PlannedSkill> _inFile = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Id<Skill>, PlannedSkill> _met = [];
    private readonly Dictionary<Id<Skill>, Id<Skill>?> _above;
    private readonly FreeKeys _keys;
    private readonly List<PlannedSkill> _steps = [];
    private readonly List<ImportMistake> _mistakes = [];

    private TaxonomyImport(IReadOnlyList<Skill> skills)
    {
        _byUri = skills.Where(skill => skill.Uri is not null).ToDictionary(skill => skill.Uri!, StringComparer.Ordinal);
        _byOther = skills.Where(skill => !skill.IsRetired).SelectMany(skill => skill.Labels.Where(label => !label.IsPreferred).Select(label => label.Text.ToNameKey()).Distinct(), (skill, name) => (skill, name)).ToLookup(named => named.name, named => named.skill);
        _above = skills.ToDictionary(skill => skill.Id, skill => skill.BroaderId);
        _keys = new FreeKeys(skills.Select(skill => skill.Key));
        foreach (var skill in skills.OrderBy(skill => skill.IsRetired).ThenBy(skill => skill.Key, StringComparer.Ordinal))
        {
            Name(skill, skill.Labels);
        }
    }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<PlannedSkill> Steps => _steps;

    /// <summary>With one of these nothing may be brought in.</summary>
    public IReadOnlyList<ImportMistake> Mistakes => _mistakes;

    public bool DoesAnything => _steps.Exists(step => step.Effect is ImportEffect.New or ImportEffect.Changed);

    /// <param name="skills">All there are, those out of use as well.</param>
    public static TaxonomyImport Weigh(IReadOnlyList<Concept> concepts, IReadOnlyList<Skill> skills)
    {
        var import = new TaxonomyImport(skills);
        foreach (var concept in concepts)
        {
            import.Meet(concept);
        }

        foreach (var step in import._steps)
        {
            import.Place(step);
        }

        return import;
    }

    /// <summary>Does it: changes the skills that are known, and gives the new ones.</summary>
    /// <exception cref="InvalidOperationException">There are mistakes.</exception>
    public IReadOnlyList<Skill> Carry()
    {
        if (_mistakes.Count > 0)
        {
            throw new InvalidOperationException("An import with mistakes is not carried out.");
        }

        foreach (var step in _steps.Where(step => step.Effect == ImportEffect.Changed))
        {
            step.Skill.TakeIn(step.Concept, step.Added);
        }

        foreach (var step in _steps.Where(step => step.PlacedUnder is not null))
        {
            step.Skill.PlaceUnder(step.PlacedUnder, []);
        }

        return [.. _steps.Where(step => step.Effect == ImportEffect.New).Select(step => step.Skill)];
    }

    private void Meet(Concept concept)
    {
        if (concept.IsPlaceOnly)
        {
            // The file that tells which concept stands under which says no names, and more of them than were brought in.
            if (_byUri.TryGetValue(concept.Uri!, out var placed) && _inFile.TryAdd(concept.Uri!, new PlannedSkill(concept, placed.IsRetired ? ImportEffect.LeftAlone : ImportEffect.Same, placed, [])))
            {
                _steps.Add(_inFile[concept.Uri!]);
            }

            return;
        }

        if (concept.Name.Length is 0 or > Skill.LabelLength || concept.Uri?.Length > Skill.UriLength)
        {
            _mistakes.Add(new ImportMistake(concept.Line, concept.Name.Length == 0 ? "NoName" : "Long", [Skill.LabelLength]));
            return;
        }

        if (_inFile.TryGetValue(concept.Key, out var twin))
        {
            _mistakes.Add(new ImportMistake(concept.Line, "Twice", [concept.Name, twin.Concept.Line]));
            return;
        }

        var (called, isOther) = (Called(concept), false);
        if (called.Count == 0 && concept.Uri is null)
        {
            // A published taxonomy says by its addresses what is another concept; a list of one's own means the skill that goes by this name too.
            called = [.. _byOther[concept.Name.ToNameKey()]];
            isOther = called.Count > 0;
        }

        var known = concept.Uri is { } uri && _byUri.TryGetValue(uri, out var same) ? same : called is [var one] && MayBe(one, concept) ? one : null;
        if (known is null && called.Count > 1)
        {
            _mistakes.Add(new ImportMistake(concept.Line, "Several", [concept.Name]));
            return;
        }

        if (known is null && concept.Uri is null && called is [var met])
        {
            // With an address it could be told apart for good, and without one it would be another new skill every time.
            _mistakes.Add(new ImportMistake(concept.Line, "Twice", [concept.Name, _met[met.Id].Concept.Line]));
            return;
        }

        var step = known is null ? New(concept) : Known(concept, known, isOther);
        if (concept.Uri is null && step.Added.FirstOrDefault(label => !label.IsPreferred && IsNameOfAnother(label, step.Skill)) is { } shared)
        {
            _mistakes.Add(new ImportMistake(concept.Line, "OtherName", [shared.Text, concept.Name]));
        }

        _inFile.Add(concept.Key, step);
        _inFile.TryAdd(concept.Name, step);
        _met.TryAdd(step.Skill.Id, step);
        _steps.Add(step);
    }

    /// <summary>Skills that have one of its preferred names as theirs.</summary>
    private List<Skill> Called(Concept concept) =>
        [.. concept.Labels.Where(label => label.IsPreferred).Select(label => _byName.GetValueOrDefault((label.Language, label.Text.ToNameKey()))).OfType<Skill>().Distinct()];

    /// <summary>One name may stand for two concepts of the same taxonomy, and for two of one file; and not for more than one elsewhere.</summary>
    private bool MayBe(Skill skill, Concept concept) =>
        !_met.ContainsKey(skill.Id) && (skill.Uri is null || concept.Uri is null || skill.Scheme != ConceptSchemes.Of(concept.Uri));

    /// <summary>Whether what is called so would be two skills.</summary>
    private bool IsNameOfAnother(SkillLabel label, Skill than) => _byOther[label.Text.ToNameKey()].Any(skill => skill.Id != than.Id) || IsAnothers(label, than);

    private PlannedSkill Known(Concept concept, Skill known, bool isOther)
    {
        if (known.IsRetired)
        {
            return new PlannedSkill(concept, ImportEffect.LeftAlone, known, []);
        }

        var added = known.Lacks(concept.Labels.Where(label => !label.IsPreferred || (!isOther && !IsAnothers(label, known))));
        var says = (known.Uri is null && concept.Uri is not null) || (known.Definition is null && concept.Definition is not null);
        Name(known, added);
        return new PlannedSkill(concept, added.Count > 0 || says ? ImportEffect.Changed : ImportEffect.Same, known, added) { KnownAs = isOther ? concept.Name : null };
    }

    private PlannedSkill New(Concept concept)
    {
        var labels = concept.Labels.Select(label => label.IsPreferred && IsAnothers(label, null) ? label with { Text = Apart(label, concept) } : label).Take(Skill.LabelLimit).ToList();
        var skill = Skill.From(concept, _keys.For(labels), labels);
        Name(skill, labels);
        _above[skill.Id] = null;
        return new PlannedSkill(concept, ImportEffect.New, skill, labels);
    }

    private bool IsAnothers(SkillLabel label, Skill? than) => _byName.TryGetValue((label.Language, label.Text.ToNameKey()), out var named) && named.Id != than?.Id;

    /// <summary>"Mathematics (Knowledge)", where "Mathematics" is somebody else's already.</summary>
    private string Apart(SkillLabel label, Concept concept)
    {
        var above = concept.Broader is { } broader && _inFile.TryGetValue(broader, out var step) ? step.Concept.Name : concept.Group.Length > 0 ? concept.Group : concept.Key;
        var room = Skill.LabelLength - label.Text.Length - " ()".Length;
        var name = room > 0 ? $"{label.Text} ({above[..Math.Min(above.Length, room)]})" : label.Text;
        return Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? name : $"{name[..Math.Min(name.Length, Skill.LabelLength - 5)]} {number}").First(free => !IsAnothers(label with { Text = free }, null));
    }

    private void Name(Skill skill, IEnumerable<SkillLabel> labels)
    {
        foreach (var label in labels.Where(label => label.IsPreferred))
        {
            _byName.TryAdd((label.Language, label.Text.ToNameKey()), skill);
            _byAnyName.TryAdd(label.Text, skill);
        }

        if (skill.Uri is { } uri)
        {
            _byUri.TryAdd(uri, skill);
        }
    }

    /// <summary>Under the one above it, where it stands at the top as yet. What an extract leaves out is no mistake; a name of one's own that nobody has is.</summary>
    private void Place(PlannedSkill step)
    {
        if (step.Concept.Broader is not { } broader || step.Effect == ImportEffect.LeftAlone || _above[step.Skill.Id] is not null)
        {
            return;
        }

        var above = _inFile.TryGetValue(broader, out var inFile) ? inFile.Skill : _byUri.GetValueOrDefault(broader) ?? _byAnyName.GetValueOrDefault(broader);
        if (above is null || above.IsRetired)
        {
            if (step.Concept.Uri is null)
            {
                _mistakes.Add(new ImportMistake(step.Concept.Line, "NoBroader", [broader]));
            }
        }
        else if (IsBelow(above.Id, step.Skill.Id))
        {
            _mistakes.Add(new ImportMistake(step.Concept.Line, "Circle", [step.Concept.Name]));
        }
        else
        {
            _above[step.Skill.Id] = above.Id;
            step.Under(above.Id);
        }
    }

    private bool IsBelow(Id<Skill> skill, Id<Skill> other)
    {
        var met = new HashSet<Id<Skill>>();
        for (Id<Skill>? at = skill; at is { } id && met.Add(id); at = _above.GetValueOrDefault(id))
        {
            if (id == other)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Keys of new skills, none of which is taken.</summary>
    private sealed class FreeKeys(IEnumerable<string> taken)
    {
        private readonly HashSet<string> _taken = [.. taken];
        private readonly Dictionary<string, int> _last = [];

        public string For(IReadOnlyList<SkillLabel> labels)
        {
            var key = Skill.KeyFor(labels);
            var free = key;
            while (!_taken.Add(free))
            {
                _last[key] = _last.GetValueOrDefault(key, 1) + 1;
                free = $"{key}-{_last[key]}";
            }

            return free;
        }
    }
}

public enum ImportEffect
{
    New,

    /// <summary>Names, a meaning, its place or its address are added.</summary>
    Changed,
    Same,

    /// <summary>It was put out of use here, or merged into another.</summary>
    LeftAlone,
}

/// <summary>One concept, and the skill that it is or becomes.</summary>
public sealed class PlannedSkill(Concept concept, ImportEffect effect, Skill skill, IReadOnlyList<SkillLabel> added)
{
    public Concept Concept { get; } = concept;

    public ImportEffect Effect { get; private set; } = effect;

    public Skill Skill { get; } = skill;

    /// <summary>Names that the skill had not.</summary>
    public IReadOnlyList<SkillLabel> Added { get; } = added;

    /// <summary>The other name by which the skill is known that the concept is called by, where no skill is called so first of all.</summary>
    public string? KnownAs { get; init; }

    public Id<Skill>? PlacedUnder { get; private set; }

    internal void Under(Id<Skill> broader) => (PlacedUnder, Effect) = (broader, Effect == ImportEffect.Same ? ImportEffect.Changed : Effect);
}

/// <param name="Key">The end of the key of its sentence.</param>
public sealed record ImportMistake(int Line, string Key, IReadOnlyList<object> Arguments);
