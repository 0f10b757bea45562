namespace SkillDistill.Web.Pages.Sources;

/// <summary>The texts of bringing in what one knows, and of going through it.</summary>
internal sealed class SourcesText;
