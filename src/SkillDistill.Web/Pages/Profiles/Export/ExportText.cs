namespace SkillDistill.Web.Pages.Profiles.Export;

/// <summary>The texts of taking one's data along.</summary>
internal sealed class ExportText;
