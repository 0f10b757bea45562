namespace SkillDistill.Web.Pages.Audit;

/// <summary>The texts of the auditor's pages, and every rule of the control register in plain words.</summary>
internal sealed class AuditText;
