namespace SkillDistill.Web.Pages.Audit;

internal static class AuditRegistration
{
    public static void AddAudit(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<AuditOptions>().BindConfiguration(AuditOptions.Section);
        builder.Services.AddSingleton<ControlResults>();
        builder.Services.AddScoped<NoticeHistory>();
        builder.Services.AddScoped<AuditExport>();
    }
}
