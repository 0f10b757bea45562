namespace SkillDistill.Web.Language;

/// <summary>One sentence for each <see cref="Domain.Refusal"/>, keyed by the record's name.</summary>
internal sealed class Refusals;
