using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Interviews;

/// <summary>The card to which an answer leads.</summary>
/// <param name="Fills">The field that the whole answer fills. Null where its parts say so, or where it is to be proposed in pieces.</param>
/// <param name="Together">
/// Answers about the same thing (the same decision point, the same rule) to probes with the same word here make one card. Those that fill the same field follow each
/// other in the order of the probes. Null: a card by itself.
/// </param>
public sealed record ProbeCard(CardKind Kind, CardField? Fills, string? Together)
{
    private static readonly CardField[] ToAct = [CardField.Title, CardField.Situation, CardField.Action, CardField.Reason, CardField.Threshold, CardField.Exception, CardField.Case];

    private static readonly Dictionary<CardKind, CardField[]> Fields = new()
    {
        [CardKind.Process] = ToAct,
        [CardKind.Judgement] = [.. ToAct, CardField.Falsifier],
        [CardKind.RedFlag] = [.. ToAct, CardField.Falsifier],
        [CardKind.Fact] = [CardField.Title, CardField.Situation, CardField.Action, CardField.Reason, CardField.Threshold, CardField.Falsifier],
        [CardKind.Boundary] = [CardField.Title, CardField.Situation, CardField.Action, CardField.Reason, CardField.AskInstead],
        [CardKind.Voice] = [CardField.Title, CardField.Situation, CardField.Action, CardField.Reason, CardField.Exception],
    };

    /// <summary>The fields that mean something on a card of this kind, and so may be filled by an answer.</summary>
    public static IReadOnlyList<CardField> FieldsOf(CardKind kind) => Fields[kind];
}
