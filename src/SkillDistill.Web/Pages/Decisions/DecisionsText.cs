namespace SkillDistill.Web.Pages.Decisions;

/// <summary>The texts of what the work of a team is.</summary>
internal sealed class DecisionsText;
