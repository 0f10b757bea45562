using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel.ChatCompletion;
using SkillDistill.Distillation.Answering.BuiltIn;

namespace SkillDistill.Distillation.Models;

/// <summary>Who words an answer: the configured provider where the owner allows it, and the built-in answerer otherwise and whenever that fails.</summary>
internal sealed class ModelChoice
{
    private readonly WordingModel _builtIn;
    private readonly WordingModel? _external;

    public ModelChoice(IOptions<ModelOptions> options, IHttpClientFactory clients)
        : this(options.Value, options.Value.Provider == ModelProvider.BuiltIn ? null : ModelConnection.Connect(options.Value, clients))
    {
    }

    public ModelChoice(ModelOptions options, IChatCompletionService? external)
    {
        var (whole, stall) = (TimeSpan.FromSeconds(options.TimeoutSeconds), TimeSpan.FromSeconds(options.StallSeconds));
        _builtIn = new WordingModel(BuiltInChatCompletion.Name, new BuiltInChatCompletion(), true, whole, stall);
        _external = external is null ? null : new WordingModel(options.Model, external, options.Streaming, whole, stall) { IsExternal = true, SearchesCards = options.SearchesCards, Breaker = ModelConnection.NewBreaker() };
    }

    /// <summary>The configured provider, or null where none is configured or it may not be used.</summary>
    public WordingModel? External(bool mayUseExternalModel) => mayUseExternalModel ? _external : null;

    /// <summary>Whom to try, in order; the last one needs nothing from outside.</summary>
    public IReadOnlyList<WordingModel> For(bool mayUseExternalModel) => External(mayUseExternalModel) is { } external ? [external, _builtIn] : [_builtIn];
}
