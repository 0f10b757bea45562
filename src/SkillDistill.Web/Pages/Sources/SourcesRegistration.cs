using SkillDistill.Web.Pages.Sources.Messages;

namespace SkillDistill.Web.Pages.Sources;

internal static class SourcesRegistration
{
    public static void AddSources(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ImportSource>();
        builder.Services.AddSingleton<PdfApart>();
        builder.Services.AddScoped<BringMessages>();
        builder.Services.AddScoped<ReadInParts>();
        builder.Services.AddScoped<ChooseMessages>();
        builder.Services.AddScoped<AcceptDrafts>();
        builder.Services.AddScoped<DecideStatements>();
    }
}
