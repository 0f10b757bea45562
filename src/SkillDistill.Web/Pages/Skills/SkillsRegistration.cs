namespace SkillDistill.Web.Pages.Skills;

internal static class SkillsRegistration
{
    public static void AddSkills(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<DeclareProficiency>();
        builder.Services.AddScoped<MySkills>();
        builder.Services.AddScoped<ConfirmLevels>();
        builder.Services.AddScoped<TaxonomyNotes>();
    }
}
