namespace SkillDistill.Web.Pages.Agents;

internal static class AgentsRegistration
{
    public static void AddAgents(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<DistilVersion>();
        builder.Services.AddScoped<PublishAgent>();
    }
}
