namespace SkillDistill.Web.Pages.Coverage;

/// <summary>The texts of coverage.</summary>
internal sealed class CoverageText;
