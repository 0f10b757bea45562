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
    DateTimeOffset ReviewBy)
{
    /// <summary>Whether it is past its review date because what it held until has come about.</summary>
    public bool CameAbout { get; init; }

    /// <summary>Whether a colleague disagrees with it and its owner has not settled that yet.</summary>
    public bool IsDisputed { get; init; }

    /// <summary>Null where nobody asked for it, it was not reckoned yet, or the card is in a language that the encoder does not read.</summary>
    public Meaning? Meaning { get; init; }
}
