namespace SkillDistill.Web.Pages.Sources;

internal static class SourcesRegistration
{
    public static void AddSources(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ImportSource>();
        builder.Services.AddScoped<AcceptDrafts>();
        builder.Services.AddScoped<DecideStatements>();
    }
}
