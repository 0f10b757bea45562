namespace SkillDistill.Domain.Interviews;

/// <param name="Start">In UTF-16 units.</param>
/// <param name="Length">At least 1.</param>
public sealed record Exclusion(ExclusionKind Kind, int Start, int Length);
