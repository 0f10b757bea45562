namespace SkillDistill.Web.Pages.Credits;

/// <summary>The texts of credit, in the files of the same name.</summary>
internal sealed class CreditsText;
