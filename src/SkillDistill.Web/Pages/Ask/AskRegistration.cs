using SkillDistill.Web.Pages.Ask.Opinions;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Ask;

internal static class AskRegistration
{
    public static void AddAsk(this WebApplicationBuilder builder)
    {
        builder.Services.AddMemoryCache();
        builder.Services.AddScoped<AskAgent>();
        builder.Services.AddScoped<PrepareBrief>();
        builder.Services.AddScoped<StillPermitted>();
        builder.Services.AddScoped<ReadConversation>();
        builder.Services.AddScoped<SendOn>();
        builder.Services.AddScoped<FindKnowledge>();
        builder.Services.AddScoped<NearestCards>();
        builder.Services.AddScoped<ReadDirectory>();
        builder.Services.AddScoped<KnownNames>();
        builder.Services.AddScoped<FindColleague>();
        builder.Services.AddScoped<ReadOpinion>();
        builder.Services.AddSingleton<AnswerDesk>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<AnswerDesk>());
        builder.Services.AddHostedService<AnswerWatch>();
    }

    public static void MapAsk(this WebApplication app) => app.MapTurnStream();
}
