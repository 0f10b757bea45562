namespace SkillDistill.Web.Pages.Ask;

/// <summary>The texts of finding, asking and reading answers.</summary>
internal sealed class AskText;
