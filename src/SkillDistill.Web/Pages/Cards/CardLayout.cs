using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Cards;

/// <summary>Which fields matter to which kind: those stand open in the form, the rest wait behind "more fields".</summary>
internal static class CardLayout
{
    private static readonly Dictionary<CardKind, CardField[]> Mattering = new()
    {
        [CardKind.Process] = [CardField.Situation, CardField.Action, CardField.Reason, CardField.Threshold],
        [CardKind.Judgement] =
            [CardField.Situation, CardField.Action, CardField.Reason, CardField.Threshold, CardField.Exception, CardField.Falsifier, CardField.Case],
        [CardKind.RedFlag] = [CardField.Situation, CardField.Action, CardField.Reason, CardField.Threshold, CardField.Exception],
        [CardKind.Fact] = [CardField.Action, CardField.Reason, CardField.Situation],
        [CardKind.Boundary] = [CardField.Situation, CardField.AskInstead, CardField.Action],
        [CardKind.Voice] = [CardField.Action, CardField.Reason, CardField.Exception],
    };

    private static readonly Dictionary<CardKind, CardField[]> Needed = new()
    {
        [CardKind.Judgement] = [CardField.Exception, CardField.Falsifier],
        [CardKind.Boundary] = [CardField.AskInstead],
    };

    public static IReadOnlyList<CardField> Prominent(this CardKind kind) => Mattering[kind];

    public static IEnumerable<CardField> Further(this CardKind kind) =>
        Enum.GetValues<CardField>().Where(field => field != CardField.Title && !Mattering[kind].Contains(field));

    /// <summary>Whether a card of this kind is accepted only with this field; the domain decides, the form says it beforehand.</summary>
    public static bool Needs(this CardKind kind, CardField field) => Needed.TryGetValue(kind, out var fields) && fields.Contains(field);
}
