namespace SkillDistill.Domain.Profiles;

/// <summary>
/// A card as the answering rooms need it: words, the labels of its skills, and how fresh it is. Handed out only by the consenting query,
/// or to the owner.
/// </summary>
public sealed record CardMaterial(
    Id<Card> CardId,
    Id<CardRevision> RevisionId,
    CardText Text,
    IReadOnlyList<string> SkillLabels,
    DateTimeOffset ConfirmedAt,
    DateTimeOffset ReviewBy);
