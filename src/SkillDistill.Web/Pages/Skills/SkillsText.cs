namespace SkillDistill.Web.Pages.Skills;

/// <summary>The texts of a person's own skills, and the words for the six levels.</summary>
internal sealed class SkillsText;
