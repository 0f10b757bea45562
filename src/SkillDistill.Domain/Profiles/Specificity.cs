using SkillDistill.Domain.Profiles.Substance;

namespace SkillDistill.Domain.Profiles;

/// <summary>
/// How much a newcomer could act on somebody's words: 0-16, with up to two points for each of eight aspects, and the words that earned them. The same words always
/// give the same points; length plays no part. It is for the owner of the words alone: it is never stored, and shown on no page but the owner's own.
/// </summary>
/// <param name="Lines">One line for each <see cref="SpecificityAspect"/>, in its order.</param>
public sealed record Specificity(IReadOnlyList<SpecificityLine> Lines)
{
    public const int Most = 16;

    public int Total => Lines.Sum(line => line.Points);

    public static Specificity Of(CardText text)
    {
        var findings = from field in Enum.GetValues<CardField>()
                       let pieces = Pieces.Of(text[field], inTitle: field == CardField.Title)
                       from finding in Findings.Of(pieces, field, field == CardField.Case && text.CaseDate is not null)
                       select finding;
        return Of([.. findings]);
    }

    /// <summary>An answer that is not split into fields.</summary>
    public static Specificity Of(string answer) => Of([.. Findings.Of(Pieces.Of(answer, inTitle: false), null, false)]);

    private static Specificity Of(List<Finding> findings) => new([.. Enum.GetValues<SpecificityAspect>().Select(aspect => Line(aspect, [.. findings.Where(finding => finding.Aspect == aspect)]))]);

    private static SpecificityLine Line(SpecificityAspect aspect, List<Finding> findings)
    {
        if (findings.OrderByDescending(finding => finding.Points).ThenBy(finding => finding.Evidence.Field?.ToString() == aspect.ToString() ? 0 : 1).FirstOrDefault() is not { } best)
        {
            return new SpecificityLine(aspect, 0, null);
        }

        var steps = findings.Select(finding => finding.Step).OfType<string>().Distinct().Take(Findings.EnoughSteps).Count();
        return new SpecificityLine(aspect, steps == Findings.EnoughSteps ? SpecificityLine.Most : best.Points, best.Evidence);
    }
}
