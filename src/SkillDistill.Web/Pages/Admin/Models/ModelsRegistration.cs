using SkillDistill.Web.Jobs;

namespace SkillDistill.Web.Pages.Admin.Models;

internal static class ModelsRegistration
{
    public static void AddModels(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ModelBudget>();
        builder.Services.AddScoped<TestConnection>();
        builder.Services.AddChore<ForgetAllowances>("0 10 0 * * ?");
    }
}
