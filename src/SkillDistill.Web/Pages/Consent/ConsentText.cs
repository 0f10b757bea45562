namespace SkillDistill.Web.Pages.Consent;

/// <summary>The texts around the notice: what the purposes mean is said by the notice itself.</summary>
internal sealed class ConsentText;
