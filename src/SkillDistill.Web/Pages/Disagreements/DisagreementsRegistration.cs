namespace SkillDistill.Web.Pages.Disagreements;

internal static class DisagreementsRegistration
{
    public static void AddDisagreements(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<Disagree>();
        builder.Services.AddScoped<SettleDisagreement>();
        builder.Services.AddScoped<ReadDisagreements>();
    }
}
