using SkillDistill.Data.Decisions;
using SkillDistill.Web.Jobs;

namespace SkillDistill.Web.Pages.Decisions;

internal static class DecisionsRegistration
{
    public static void AddDecisions(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ReadEvidence>();
        builder.Services.AddScoped<RecordDecision>();
        builder.Services.AddScoped<ReadDecisions>();
        builder.Services.AddScoped<CommentOnDecision>();

        // Every night, so that a quarter is reckoned whenever the server comes up again after its end.
        builder.Services.AddChore<ReckonQuarters>("0 20 0 * * ?");
    }
}
