namespace SkillDistill.Web.Pages.Agents;

/// <summary>The texts of the owner's agent and its versions.</summary>
internal sealed class AgentsText;
