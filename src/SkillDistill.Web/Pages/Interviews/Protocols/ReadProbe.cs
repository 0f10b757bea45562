using System.Globalization;
using SkillDistill.Domain.Interviews;

namespace SkillDistill.Web.Pages.Interviews.Protocols;

/// <summary>Reads probes, of a protocol or of a pack.</summary>
/// <param name="shapes">The parts of the shapes that have the same ones everywhere.</param>
/// <param name="places">Where each key was met first; shared by all files of a protocol.</param>
internal sealed class ReadProbe(IReadOnlyDictionary<ProbeShape, IReadOnlyList<ProbePart>> shapes, Dictionary<string, string> places, MistakesOf mistakes)
{
    public static readonly string KeyExpected = $"small letters and digits joined by hyphens, at most {Probe.KeyLength}";

    /// <param name="sitting">Null where the probe says it itself, or where the sitting it stands in is not known.</param>
    public Probe From(YamlNode node, SittingKind? sitting, bool inPack)
    {
        var section = new Section(node, "a probe", mistakes);
        var key = section.Text("key", KeyExpected, Probe.IsKey);
        var kind = inPack ? section.Named<SittingKind>("sitting") : sitting;
        var shape = section.Named<ProbeShape>("shape");
        var parts = Parts(section, shape);
        var card = shape is null ? Skip(section) : ReadCard.Of(section, shape.Value, parts, mistakes);
        var probe = new Probe
        {
            Key = key,
            Sitting = kind.GetValueOrDefault(),
            Pass = Pass(section, kind),
            Question = section.Wording("question", Probe.QuestionLength),
            Why = section.Wording("why", Probe.WhyLength),
            Example = section.Wording("example", Probe.ExampleLength),
            Shape = shape.GetValueOrDefault(),
            Aim = section.Named<ProbeAim>("aim").GetValueOrDefault(),
            Repeats = Repeats(section, kind),
            IsOptional = section.Flag("optional"),
            Minutes = section.Number("minutes", Probe.FewestMinutes, Probe.MostMinutes, 0.5m).GetValueOrDefault(),
            AtLeast = section.CountOrNone("at-least", 1, Probe.MostItems),
            AtMost = section.CountOrNone("at-most", 1, Probe.MostItems),
            Parts = card is null ? [.. parts.Select(part => part with { Fills = null })] : parts,
            Prompts = Prompts(section, shape),
            Card = card,
        };
        section.Done();
        HoldCounts(section, probe, shape);
        HoldKey(section, key);
        return probe;
    }

    private void HoldKey(Section section, string key)
    {
        if (key.Length > 0 && !places.TryAdd(key, $"{mistakes.File} line {section.LineOf("key")}"))
        {
            mistakes.Add(section.LineOf("key"), $"there is a probe “{key}” already ({places[key]}); expected a key of its own");
        }
    }

    private IReadOnlyList<ProbePart> Parts(Section section, ProbeShape? shape)
    {
        if (shape == ProbeShape.Fields)
        {
            var expected = $"{ShapeParts.FewestFields} to {ShapeParts.MostFields} parts";
            var own = ReadParts.From(section.List("parts", expected), mistakes);
            if (section.Has("parts") && own.Count is < ShapeParts.FewestFields or > ShapeParts.MostFields)
            {
                mistakes.Add(section.LineOf("parts"), $"there are {own.Count} parts; expected {expected}");
            }

            return own;
        }

        if (section.Optional("parts") is not null && shape is not null)
        {
            mistakes.Add(section.LineOf("parts"), $"“parts” stands in a {shape}; expected it in {ProbeShape.Fields} only");
        }

        return shape is { } known ? shapes.GetValueOrDefault(known, []) : [];
    }

    /// <summary>Nothing sensible can be said of the card of an unknown shape.</summary>
    private static ProbeCard? Skip(Section section)
    {
        section.Optional("card");
        return null;
    }

    private IncidentPass? Pass(Section section, SittingKind? sitting)
    {
        if (sitting == SittingKind.Incidents)
        {
            return section.Named<IncidentPass>("pass");
        }

        var pass = section.NamedOrNone<IncidentPass>("pass");
        if (pass is not null && sitting is not null)
        {
            mistakes.Add(section.LineOf("pass"), $"“pass” stands in the sitting {sitting}; expected it in {SittingKind.Incidents} only");
        }

        return pass;
    }

    private Repetition Repeats(Section section, SittingKind? sitting)
    {
        var repeats = section.NamedOrNone<Repetition>("repeat").GetValueOrDefault();
        var home = repeats switch
        {
            Repetition.PerIncident or Repetition.PerDecisionPoint => SittingKind.Incidents,
            Repetition.PerDecision => SittingKind.Decisions,
            _ => sitting,
        };
        if (home != sitting && sitting is not null)
        {
            mistakes.Add(section.LineOf("repeat"), $"“repeat” is {repeats} in the sitting {sitting}; expected that in {home} only");
        }

        return repeats;
    }

    private void HoldCounts(Section section, Probe probe, ProbeShape? shape)
    {
        var counts = shape is ProbeShape.Tasks or ProbeShape.Choice or ProbeShape.TeachBack or ProbeShape.Holdout;
        if (shape is not null && !counts && (section.Has("at-least") || section.Has("at-most")))
        {
            mistakes.Add(section.LineOf(section.Has("at-least") ? "at-least" : "at-most"), $"a {shape} has no number of things; expected “at-least” and “at-most” in Tasks, Choice, TeachBack or Holdout only");
        }
        else if (counts && !section.Has("at-most"))
        {
            mistakes.Add(section.Line, $"“at-most” is missing; expected how many a {shape} may have");
        }
        else if (probe.AtLeast > probe.AtMost)
        {
            mistakes.Add(section.LineOf("at-least"), string.Create(CultureInfo.InvariantCulture, $"“at-least” is {probe.AtLeast}; expected no more than “at-most”, {probe.AtMost}"));
        }
        else if (shape == ProbeShape.Holdout && (probe.AtLeast is not >= Probe.FewestHoldouts || probe.AtMost is not <= Probe.MostHoldouts))
        {
            mistakes.Add(section.Line, $"this Holdout asks for another number of answers; expected {Probe.FewestHoldouts} to {Probe.MostHoldouts}");
        }
    }

    private List<ProbePrompt> Prompts(Section section, ProbeShape? shape)
    {
        if (shape != ProbeShape.Holdout)
        {
            if (section.Optional("prompts") is not null && shape is not null)
            {
                mistakes.Add(section.LineOf("prompts"), $"“prompts” stands in a {shape}; expected it in {ProbeShape.Holdout} only");
            }

            return [];
        }

        var expected = $"{Probe.FewestHoldouts} to {Probe.MostHoldouts} questions";
        var prompts = new List<ProbePrompt>();
        foreach (var prompt in section.List("prompts", expected).Select(node => new Section(node, "a prompt", mistakes)))
        {
            var key = prompt.Text("key", KeyExpected, Probe.IsKey);
            var question = prompt.Needed("question", $"text in {WordingText.Languages}") is { } node
                ? WordingText.Read(node, prompt.LineOf("question"), "“question”", ProbePrompt.QuestionLength, mistakes, ProbePrompt.Task)
                : new Wording("", "");
            if (key.Length > 0 && prompts.Exists(earlier => earlier.Key == key))
            {
                mistakes.Add(prompt.LineOf("key"), $"the prompt “{key}” is here twice; expected a key for each");
            }

            prompts.Add(new ProbePrompt(key, question));
            prompt.Done();
        }

        if (section.Has("prompts") && prompts.Count is < Probe.FewestHoldouts or > Probe.MostHoldouts)
        {
            mistakes.Add(section.LineOf("prompts"), $"there are {prompts.Count} prompts; expected {expected}");
        }

        return prompts;
    }
}
