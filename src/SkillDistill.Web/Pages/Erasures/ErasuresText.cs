namespace SkillDistill.Web.Pages.Erasures;

/// <summary>The texts of erasing.</summary>
internal sealed class ErasuresText;
