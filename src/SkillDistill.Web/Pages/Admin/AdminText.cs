namespace SkillDistill.Web.Pages.Admin;

/// <summary>The texts of looking after people, teams, skills and targets, and of joining by invitation.</summary>
internal sealed class AdminText;
