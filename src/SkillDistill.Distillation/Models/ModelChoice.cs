using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI;
using SkillDistill.Distillation.Answering.BuiltIn;

namespace SkillDistill.Distillation.Models;

/// <summary>A model that can word an answer, and the name people see beside it.</summary>
internal sealed record WordingModel(string Name, IChatCompletionService Service, bool Streaming, TimeSpan Whole, TimeSpan Stall);

/// <summary>Who words an answer: the configured provider where the owner allows it, and the built-in answerer otherwise and whenever that fails.</summary>
internal sealed class ModelChoice
{
    public const string HttpClientName = "SkillDistill.Model";

    private readonly WordingModel _builtIn;
    private readonly WordingModel? _external;

    public ModelChoice(IOptions<ModelOptions> options, IHttpClientFactory clients)
        : this(options.Value, options.Value.Provider == ModelProvider.OpenAI ? Connect(options.Value, clients) : null)
    {
    }

    public ModelChoice(ModelOptions options, IChatCompletionService? external)
    {
        var (whole, stall) = (TimeSpan.FromSeconds(options.TimeoutSeconds), TimeSpan.FromSeconds(options.StallSeconds));
        _builtIn = new WordingModel(BuiltInChatCompletion.Name, new BuiltInChatCompletion(), true, whole, stall);
        _external = external is null ? null : new WordingModel(options.Model, external, options.Streaming, whole, stall);
    }

    /// <summary>The configured provider, or null where none is configured or it may not be used.</summary>
    public WordingModel? External(bool mayUseExternalModel) => mayUseExternalModel ? _external : null;

    /// <summary>Whom to try, in order; the last one needs nothing from outside.</summary>
    public IReadOnlyList<WordingModel> For(bool mayUseExternalModel) => External(mayUseExternalModel) is { } external ? [external, _builtIn] : [_builtIn];

    // No logger factory: the connector's own logging is not ours to vouch for, and people's words must not enter logs. No retries: a reader is
    // waiting, and the built-in answerer is there at once.
    private static OpenAIChatCompletionService Connect(ModelOptions options, IHttpClientFactory clients)
    {
        var client = new OpenAIClient(new ApiKeyCredential(options.ApiKey is { Length: > 0 } key ? key : "none"), new OpenAIClientOptions
        {
            Endpoint = options.Endpoint,
            Transport = new HttpClientPipelineTransport(clients.CreateClient(HttpClientName)),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = TimeSpan.FromSeconds(options.TimeoutSeconds),
        });
        return new OpenAIChatCompletionService(options.Model, client);
    }
}
