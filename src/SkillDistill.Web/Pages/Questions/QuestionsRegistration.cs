namespace SkillDistill.Web.Pages.Questions;

internal static class QuestionsRegistration
{
    public static void AddQuestions(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<AskingOptions>().Bind(builder.Configuration.GetSection(AskingOptions.Section)).ValidateOnStart();
        builder.Services.AddScoped<ReadQuestions>();
    }
}
