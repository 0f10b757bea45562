namespace SkillDistill.Domain.Profiles;

/// <summary>The words that earned points: they stand in the field (or, without one, in the text) at <paramref name="Start"/>, in UTF-16 units.</summary>
public sealed record SpecificityEvidence(CardField? Field, int Start, string Quote);
