namespace SkillDistill.Web.Pages.Admin.Taxonomy;

/// <summary>The texts of looking after the skills that people choose from.</summary>
internal sealed class TaxonomyText;
