using System.Text.RegularExpressions;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Answering;

/// <summary>
/// What a question takes for granted ("since we always roll back on Fridays, ..."), and where a card says otherwise: a sentence about the same that denies what the question affirms, affirms what it
/// denies, or names another number of the same thing. By rules, in English and Chinese; it finds plain denials and leaves subtle ones to people.
/// </summary>
internal sealed partial class Premises
{
    // The share of the premise's words that must stand in the sentence, or in its card's title, to be about the same.
    private const double AboutTheSame = 0.6;

    // Two words of matter: one alone is in many sentences.
    private const double LeastMatter = 2;

    // A sentence that shares one word in passing says nothing about the premise, unless it says little else.
    private const double OfTheSentence = 0.5;

    // What is done, how far, and when not. A reason weighs what would happen otherwise, and a falsifier or a case speaks of one time.
    private static readonly CardField[] Saying = [CardField.Title, CardField.Situation, CardField.Action, CardField.Threshold, CardField.Exception];

    private readonly List<Claim> _premises;

    private Premises(string question) => _premises = [.. Clauses(question).Select(Claim.Of).Where(premise => premise.Matter >= LeastMatter)];

    /// <summary>The clauses of a question that it does not ask about but builds on.</summary>
    public static Premises Of(string question) => new(question);

    /// <summary>The first field, if any, in which a card denies what the question takes for granted.</summary>
    public CardField? DeniedBy(CardMaterial card)
    {
        if (_premises.Count == 0)
        {
            return null;
        }

        var title = Claim.Of(card.Text.Title);
        var said = Saying.Select(field => (Field: field, Sentences: Sentences.Split(card.Text[field]).Select(Claim.Of).ToList())).ToList();
        foreach (var premise in _premises)
        {
            foreach (var (field, sentences) in said)
            {
                if (sentences.Exists(sentence => Denies(sentence, title, premise)))
                {
                    return field;
                }
            }
        }

        return null;
    }

    private static IEnumerable<string> Clauses(string question) =>
        Clause().Matches(question).Select(match => match.Groups["premise"].Value.Trim()).Where(clause => clause.Length > 0).Distinct(StringComparer.Ordinal);

    private static bool Denies(Claim said, Claim title, Claim premise)
    {
        var shared = premise.Words.Where(word => said.Has(word) || title.Has(word)).ToList();
        var here = shared.Where(said.Has).Sum(Claim.MatterOf);
        if (shared.Sum(Claim.MatterOf) < Math.Max(LeastMatter, AboutTheSame * premise.Matter) || here == 0 || here < Math.Min(LeastMatter, OfTheSentence * said.Matter))
        {
            return false;
        }

        return said.Denies(premise) != premise.Denies(said) || OtherNumber(said, premise);
    }

    /// <summary>Both count the same thing and count differently; a sentence that has the premise's number too does not deny it.</summary>
    private static bool OtherNumber(Claim said, Claim premise) =>
        premise.Numbers.Any(ours => said.Numbers.Any(theirs => theirs.Of == ours.Of) && !said.Numbers.Any(theirs => theirs == ours));

    [GeneratedRegex(
        @"\b(?:since|because|given\s+that|now\s+that|seeing\s+that|considering\s+that|assuming\s+(?:that\s+)?|as\s+(?=(?:we|you|it|they|our|the|all|every)\b))\s*(?<premise>[^,;.?!\n]+)"
        + @"|(?<=^|[.!?]\s+)why\s+(?:do|does|did|is|are|must|should|can)\s+(?<premise>[^,;.?!\n]+)"
        + @"|(?<=^|[.!?]\s+)(?<premise>[^,;.?!\n]+),\s*(?:right|correct|isn['’]t\s+it|don['’]t\s+we|aren['’]t\s+we|doesn['’]t\s+it)\s*\?"
        + @"|(?<=^|[.!?]\s+)(?<premise>(?:we|our|the|all|every|it)\b[^,;.?!\n]+)[.,](?=\s+(?:so|then|and|how|what|when|which|who|may|can|do|should)\b)"
        + "|(?:既然|因为|由于|反正|考虑到|鉴于|为什么|为何)(?<premise>[^，。；？！,;?!\n]+)"
        + "|(?<=^|[。！？])(?<premise>[^，。；？！,;?!\n]+)[，,]?(?:对吧|对吗|是吧|是不是|不是吗)[？?]?",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Clause();
}
