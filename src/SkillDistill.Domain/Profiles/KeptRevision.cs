namespace SkillDistill.Domain.Profiles;

/// <summary>The words of a card at one moment, as they were kept elsewhere.</summary>
public sealed record KeptRevision(Id<CardRevision> Id, CardText Text, DateTimeOffset WrittenAt);
