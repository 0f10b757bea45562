namespace SkillDistill.Web.Pages.Admin.Taxonomy;

internal static class TaxonomyRegistration
{
    public static void AddTaxonomy(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<DefineSkill>();
        builder.Services.AddScoped<ChangeStanding>();
        builder.Services.AddScoped<SkillHistory>();
        builder.Services.AddScoped<BringTaxonomy>();
    }
}
