using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Interviews.Protocols;

/// <summary>Reads the parts that an answer is made of.</summary>
internal static class ReadParts
{
    /// <summary>The group of parts by shape. A shape whose parts are wrong is not in it.</summary>
    public static IReadOnlyDictionary<ProbeShape, IReadOnlyList<ProbePart>> ByShape(YamlNode node, MistakesOf mistakes)
    {
        var shaped = Enum.GetValues<ProbeShape>().Where(shape => shape.Parts() is { Count: > 0 }).ToList();
        var section = new Section(node, "“shapes”", mistakes);
        var parts = new Dictionary<ProbeShape, IReadOnlyList<ProbePart>>();
        foreach (var shape in shaped)
        {
            var expected = $"its parts {string.Join(", ", shape.Parts()!)}";
            var read = From(section.List($"{shape}", expected), mistakes);
            if (section.Has($"{shape}") && !read.Select(part => part.Key).SequenceEqual(shape.Parts()!))
            {
                mistakes.Add(section.LineOf($"{shape}"), $"the parts of {shape} are {string.Join(", ", read.Select(part => part.Key))}; expected {string.Join(", ", shape.Parts()!)} in this order");
            }
            else
            {
                parts[shape] = read;
            }
        }

        section.Done();
        return parts;
    }

    public static IReadOnlyList<ProbePart> From(IReadOnlyList<YamlNode> nodes, MistakesOf mistakes)
    {
        var parts = new List<ProbePart>();
        foreach (var section in nodes.Select(node => new Section(node, "a part", mistakes)))
        {
            var key = section.Text("key", ReadProbe.KeyExpected, Probe.IsKey);
            if (key.Length > 0 && parts.Exists(part => part.Key == key))
            {
                mistakes.Add(section.LineOf("key"), $"the part “{key}” is here twice; expected a name for each");
            }

            var label = section.Wording("label", ProbePart.LabelLength);
            var shape = section.NamedOrNone<PartShape>("shape") ?? PartShape.Prose;
            parts.Add(new ProbePart(key, label, shape, section.NamedOrNone<CardField>("fills"), Choices(section, shape, mistakes)));
            section.Done();
        }

        return parts;
    }

    private static List<ProbeChoice> Choices(Section part, PartShape shape, MistakesOf mistakes)
    {
        if (shape != PartShape.Choice)
        {
            if (part.Optional("choices") is not null)
            {
                mistakes.Add(part.LineOf("choices"), $"“choices” stands in a part of the shape {shape}; expected it in a {PartShape.Choice} only");
            }

            return [];
        }

        var expected = $"2 to {ProbePart.MostChoices} choices";
        var choices = new List<ProbeChoice>();
        foreach (var section in part.List("choices", expected).Select(node => new Section(node, "a choice", mistakes)))
        {
            choices.Add(new ProbeChoice(section.Text("key", ReadProbe.KeyExpected, Probe.IsKey), section.Wording("label", ProbePart.LabelLength)));
            section.Done();
        }

        if (part.Has("choices") && choices.Count is < 2 or > ProbePart.MostChoices)
        {
            mistakes.Add(part.LineOf("choices"), $"there are {choices.Count} choices; expected {expected}");
        }

        if (choices.Select(choice => choice.Key).Distinct().Count() < choices.Count)
        {
            mistakes.Add(part.LineOf("choices"), "two choices have the same key; expected a key for each");
        }

        return choices;
    }
}
