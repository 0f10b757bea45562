namespace SkillDistill.Web.Pages.Handovers;

/// <summary>The texts about leaving and taking over, in the files of the same name.</summary>
internal sealed class HandoversText;
