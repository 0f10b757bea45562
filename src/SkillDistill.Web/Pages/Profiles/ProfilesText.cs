namespace SkillDistill.Web.Pages.Profiles;

/// <summary>The texts of an owner's home.</summary>
internal sealed class ProfilesText;
