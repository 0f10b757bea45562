using SkillDistill.Web.Jobs;

namespace SkillDistill.Web.Pages.Agents;

internal static class AgentsRegistration
{
    public static void AddAgents(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<DistilVersion>();
        builder.Services.AddChore<EncodeCards>(TimeSpan.FromSeconds(10));
        builder.Services.AddScoped<PublishAgent>();
        builder.Services.AddScoped<ReplayVersion>();
        builder.Services.AddScoped<AcceptAnswer>();
        builder.Services.AddScoped<ExplainAnswer>();
    }
}
