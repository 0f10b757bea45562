namespace SkillDistill.Web.Pages.Deployment;

internal static class DeploymentRegistration
{
    public static void AddDeployment(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<DeploymentGate>();
        builder.Services.AddScoped<RecordDeployment>();
    }
}
