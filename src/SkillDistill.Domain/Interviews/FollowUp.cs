namespace SkillDistill.Domain.Interviews;

/// <param name="Start">Where in the answer the words stand that brought it, in UTF-16 units.</param>
/// <param name="Length">0 where it was brought by what is not there.</param>
public sealed record FollowUp(FollowUpKind Kind, int Start, int Length);
