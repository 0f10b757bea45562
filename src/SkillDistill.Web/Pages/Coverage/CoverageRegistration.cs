using SkillDistill.Web.Jobs;

namespace SkillDistill.Web.Pages.Coverage;

internal static class CoverageRegistration
{
    public static void AddCoverage(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<CoverageOfTeam>();
        builder.Services.AddScoped<KeepLooks>();
        builder.Services.AddScoped<ReadManagedTeams>();
        builder.Services.AddScoped<ReadSkillOfTeam>();
        builder.Services.AddScoped<ReadMonths>();
        builder.Services.AddScoped<SaveViews>();
        builder.Services.AddScoped<ReadLooks>();
        builder.Services.AddScoped<CoverageSheet>();
        builder.Services.AddChore<ForgetLooks>("0 15 0 * * ?");
        builder.Services.AddChore<KeepMonths>("0 25 0 * * ?");
    }
}
