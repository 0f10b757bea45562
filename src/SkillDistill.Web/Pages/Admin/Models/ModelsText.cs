namespace SkillDistill.Web.Pages.Admin.Models;

/// <summary>The texts of the admin's page about the model, and of what an answer took.</summary>
internal sealed class ModelsText;
