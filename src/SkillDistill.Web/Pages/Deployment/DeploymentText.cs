namespace SkillDistill.Web.Pages.Deployment;

/// <summary>The texts about how people were informed.</summary>
internal sealed class DeploymentText;
