using SkillDistill.Data.Handovers;
using SkillDistill.Web.Jobs;

namespace SkillDistill.Web.Pages.Handovers;

internal static class HandoversRegistration
{
    public static void AddHandovers(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<PrepareHandover>();
        builder.Services.AddScoped<TakeOver>();
        builder.Services.AddScoped<ReadRoleNotes>();
        builder.Services.AddChore<FinishHandovers>("0 5 * * * ?");
    }
}
