namespace SkillDistill.Domain.People;

/// <summary>Somebody who wants to read or ask: who they are, and their team with all teams above it, nearest first.</summary>
public sealed record Asker(Id<Person> PersonId, IReadOnlyList<Id<Team>> Lineage);
