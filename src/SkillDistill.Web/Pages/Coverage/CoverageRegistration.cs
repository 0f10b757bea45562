namespace SkillDistill.Web.Pages.Coverage;

internal static class CoverageRegistration
{
    public static void AddCoverage(this WebApplicationBuilder builder) => builder.Services.AddScoped<CoverageOfTeam>();
}
