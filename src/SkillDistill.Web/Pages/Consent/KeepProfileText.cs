namespace SkillDistill.Web.Pages.Consent;

/// <summary>The texts of the panel that asks before anything is kept.</summary>
internal sealed class KeepProfileText;
