using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Interviews.Protocols;

/// <summary>Reads to which card an answer leads, and holds the parts against the fields that such a card has.</summary>
internal static class ReadCard
{
    /// <param name="parts">Of the probe, with the fields they would fill.</param>
    public static ProbeCard? Of(Section probe, ProbeShape shape, IReadOnlyList<ProbePart> parts, MistakesOf mistakes)
    {
        if (probe.Optional("card") is not { } node)
        {
            if (shape == ProbeShape.Fields && parts.FirstOrDefault(part => part.Fills is not null) is { } filling)
            {
                mistakes.Add(probe.LineOf("parts"), $"the part “{filling.Key}” fills {filling.Fills} and the probe leads to no card; expected a “card”");
            }

            return null;
        }

        var line = probe.LineOf("card");
        var section = new Section(node, "“card”", mistakes);
        var kind = section.Named<CardKind>("kind");
        var fills = section.NamedOrNone<CardField>("fills");
        var together = section.Has("together") ? section.Text("together", ReadProbe.KeyExpected, Probe.IsKey) : section.Optional("together") is null ? null : "";
        section.Done();
        if (shape == ProbeShape.Holdout)
        {
            mistakes.Add(line, "a holdout leads to a card; expected no “card”, or the agent would have learnt the answers it is tried on");
        }
        else if (shape.HasParts() && fills is not null)
        {
            mistakes.Add(line, $"“fills” stands on the card of a {shape}; expected it on the parts");
        }
        else if (shape.HasParts() && parts.Count > 0 && parts.All(part => part.Fills is null))
        {
            mistakes.Add(line, $"no part of this {shape} fills a field; expected one that does, or no “card”");
        }

        if (kind is not null)
        {
            HoldFields(kind.Value, [("the answer", fills), .. parts.Select(part => ($"the part “{part.Key}”", part.Fills))], line, mistakes);
        }

        return new ProbeCard(kind.GetValueOrDefault(), fills, together);
    }

    private static void HoldFields(CardKind kind, IReadOnlyList<(string What, CardField? Fills)> filling, int line, MistakesOf mistakes)
    {
        var fields = ProbeCard.FieldsOf(kind);
        foreach (var (what, field) in filling.Where(pair => pair.Fills is { } field && !fields.Contains(field)))
        {
            mistakes.Add(line, $"{what} fills {field}, which a {kind} card does not have; expected {Section.Either([.. fields.Select(known => $"{known}")])}");
        }
    }
}
