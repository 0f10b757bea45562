using SkillDistill.Data.Erasures;
using SkillDistill.Web.Jobs;

namespace SkillDistill.Web.Pages.Erasures;

internal static class ErasuresRegistration
{
    public static void AddErasures(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<EraseByForm>();
        builder.Services.AddChore<FinishErasures>(TimeSpan.FromSeconds(30));
        builder.Services.AddSingleton<ErasureDesk>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<ErasureDesk>());
    }
}
