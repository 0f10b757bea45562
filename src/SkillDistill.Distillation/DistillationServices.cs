using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SkillDistill.Distillation.Answering;
using SkillDistill.Distillation.Interviews.Suggesting;
using SkillDistill.Distillation.Models;
using SkillDistill.Distillation.Retrieval;
using SkillDistill.Distillation.Retrieval.Encoding;

namespace SkillDistill.Distillation;

public static class DistillationServices
{
    /// <summary>Registers <see cref="AnswerQuestion"/> with the provider that the section "Models" names. Needs an <c>IMemoryCache</c>. A wrong section stops the start with a sentence.</summary>
    public static IServiceCollection AddDistillation(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ModelOptions>().Bind(configuration.GetSection(ModelOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ModelOptions>, ModelOptionsCheck>();
        services.AddModelConnection();
        services.AddSingleton<ModelChoice>();
        services.AddOptions<EncoderOptions>().Bind(configuration.GetSection(EncoderOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<EncoderOptions>, EncoderOptionsCheck>();
        services.AddSingleton<Encoders>();
        services.AddSingleton<IndexShelf>();
        services.AddSingleton(provider => new AnswerQuestion(provider.GetRequiredService<ModelChoice>(), provider.GetRequiredService<IndexShelf>(), provider.GetRequiredService<ILogger<AnswerQuestion>>()));
        services.AddSingleton(provider => new TryModel(provider.GetRequiredService<ModelChoice>(), provider.GetRequiredService<ILogger<TryModel>>()));
        services.AddSingleton<WholeReply>();
        services.AddSingleton(provider => new RewriteFollowUp(provider.GetRequiredService<WholeReply>()));
        services.AddSingleton(provider => new AnswerWithoutProfile(provider.GetRequiredService<WholeReply>()));
        services.AddSingleton(provider => new SuggestQuestion(provider.GetRequiredService<WholeReply>()));
        services.AddSingleton(provider => new SuggestCards(provider.GetRequiredService<WholeReply>()));
        return services;
    }
}
