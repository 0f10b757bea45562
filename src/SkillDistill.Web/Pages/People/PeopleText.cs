namespace SkillDistill.Web.Pages.People;

/// <summary>The texts of signing in and of the first start.</summary>
internal sealed class PeopleText;
