using SkillDistill.Data;
using SkillDistill.Data.Profiles.Indexing;
using SkillDistill.Distillation.Retrieval;
using SkillDistill.Web.Jobs;
using SkillDistill.Web.Pages.Agents.Indexing;

namespace SkillDistill.Web.Pages.Agents;

internal static class AgentsRegistration
{
    public static void AddAgents(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<DistilVersion>();
        builder.Services.AddChore<EncodeCards>(TimeSpan.FromSeconds(10));
        builder.Services.AddScoped(provider => new IndexOwners(provider.GetRequiredService<SkillDistillDb>(), CardWords.Of));
        builder.Services.AddScoped<CountIndex>();
        builder.Services.AddChore<IndexCards>(TimeSpan.FromSeconds(5));
        builder.Services.AddChore<RecountIndex>("0 30 2 * * ?");
        builder.Services.AddScoped<PublishAgent>();
        builder.Services.AddScoped<ReplayVersion>();
        builder.Services.AddScoped<AcceptAnswer>();
        builder.Services.AddScoped<ExplainAnswer>();
    }
}
