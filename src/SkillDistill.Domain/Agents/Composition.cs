using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Agents;

/// <summary>What a version is made of, before it is kept.</summary>
public sealed record Composition(string Instructions, IReadOnlyList<CardMaterial> Cards, string Digest);
