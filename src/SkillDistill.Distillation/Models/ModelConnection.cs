using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI;
using Polly;
using Polly.CircuitBreaker;
using SkillDistill.Distillation.Retrieval.Encoding;
using SkillDistill.Domain.Models;

namespace SkillDistill.Distillation.Models;

/// <summary>The way to the configured endpoint: what is tried again, what of a reply is let through, and whom cards never reach.</summary>
internal static class ModelConnection
{
    public const string HttpClientName = "SkillDistill.Model";

    public static void AddModelConnection(this IServiceCollection services)
    {
        // A redirect could carry cards to a place nobody consented to. The factory's own logging would write addresses.
        services.AddHttpClient(HttpClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .AddHttpMessageHandler(() => new ReplyGuard())
            .AddResilienceHandler("retries", pipeline =>
            {
                // Sockets go by the true time, whatever clock the product is given. What failed in the end is logged by us, without addresses.
                pipeline.TimeProvider = TimeProvider.System;
                pipeline.ConfigureTelemetry(NullLoggerFactory.Instance).AddRetry(Retrying());
            });
    }

    // No logger factory: the connector's own logging is not ours to vouch for, and people's words must not enter logs.
    public static OpenAIChatCompletionService Connect(ModelOptions options, IHttpClientFactory clients) =>
        new(options.Model, Client(options.Address, TimeSpan.FromSeconds(options.TimeoutSeconds), clients));

    /// <summary>The encoder at an endpoint. Semantic Kernel's own registration of it makes this very object, and is still for evaluation only.</summary>
    public static IEmbeddingGenerator<string, Embedding<float>> Connect(EncoderOptions options, IHttpClientFactory clients) =>
        Client(options.Address, EncoderOptions.ForMany(TimeSpan.FromSeconds(options.TimeoutSeconds)), clients).GetEmbeddingClient(options.Model).AsIEmbeddingGenerator();

    /// <summary>
    /// Leaves an endpoint alone that keeps failing. Around what was asked for and not around the connection: an endpoint that takes every question at once and then keeps silent has failed just as
    /// well. By the true time, as sockets go.
    /// </summary>
    public static ResiliencePipeline NewBreaker() => new ResiliencePipelineBuilder().AddCircuitBreaker(new CircuitBreakerStrategyOptions
    {
        FailureRatio = ModelLimits.FailingShare,
        MinimumThroughput = ModelLimits.FewestToJudge,
        SamplingDuration = ModelLimits.Sampling,
        BreakDuration = ModelLimits.Rest,
        ShouldHandle = asked => ValueTask.FromResult(
            !asked.Context.CancellationToken.IsCancellationRequested && asked.Outcome.Exception is { } failure && Diagnosis.Of(failure, begun: false) != ModelProblem.RequestRefused),
    }).Build();

    // The client's own retries are off, since they are done below it.
    private static OpenAIClient Client(ProviderAddress address, TimeSpan time, IHttpClientFactory clients)
    {
        var settings = new OpenAIClientOptions
        {
            Endpoint = address.Protocol,
            Transport = new HttpClientPipelineTransport(clients.CreateClient(HttpClientName)),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = time,
        };
        if (address.IsAzure)
        {
            settings.AddPolicy(new AzureKey(address.ApiKey), PipelinePosition.BeforeTransport);
        }

        return new OpenAIClient(new ApiKeyCredential(address.ApiKey is { Length: > 0 } set ? set : "none"), settings);
    }

    /// <summary>What is decided when the headers of a reply are there, or no connection is. Bounded by the caller's time for the first piece.</summary>
    private static HttpRetryStrategyOptions Retrying() => new()
    {
        MaxRetryAttempts = ModelLimits.Retries,
        BackoffType = DelayBackoffType.Exponential,
        Delay = ModelLimits.BackOff,
        UseJitter = true,
        ShouldRetryAfterHeader = true,
        ShouldHandle = attempt => ValueTask.FromResult(IsWorthAnother(attempt.Outcome)),
    };

    private static bool IsWorthAnother(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException failure } => failure.HttpRequestError is not HttpRequestError.SecureConnectionError,
        { Result: { } reply } => IsPassing(reply.StatusCode) && Wanted(reply) <= ModelLimits.LongestWait,
        _ => false,
    };

    private static bool IsPassing(HttpStatusCode status) => status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

    /// <summary>How long the endpoint asks us to wait.</summary>
    private static TimeSpan Wanted(HttpResponseMessage reply) => reply.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - DateTimeOffset.UtcNow,
        _ => TimeSpan.Zero,
    };
}
