namespace SkillDistill.Web.Pages.Disagreements;

/// <summary>The texts of disagreements, in the files of the same name.</summary>
internal sealed class DisagreementsText;
