using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI;
using Polly;

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

    // No logger factory: the connector's own logging is not ours to vouch for, and people's words must not enter logs. The client's own retries are
    // off, since they are done below it.
    public static OpenAIChatCompletionService Connect(ModelOptions options, IHttpClientFactory clients)
    {
        var settings = new OpenAIClientOptions
        {
            Endpoint = AddressOf(options),
            Transport = new HttpClientPipelineTransport(clients.CreateClient(HttpClientName)),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = TimeSpan.FromSeconds(options.TimeoutSeconds),
        };
        if (options.Provider == ModelProvider.AzureOpenAI)
        {
            settings.AddPolicy(new AzureKey(options.ApiKey), PipelinePosition.BeforeTransport);
        }

        var key = new ApiKeyCredential(options.ApiKey is { Length: > 0 } set ? set : "none");
        return new OpenAIChatCompletionService(options.Model, new OpenAIClient(key, settings));
    }

    /// <summary>Azure's resources speak the protocol below a path of their own, which whoever sets them up may leave out.</summary>
    private static Uri AddressOf(ModelOptions options) =>
        options is { Provider: ModelProvider.AzureOpenAI, Endpoint: { AbsolutePath: "/" } resource } ? new Uri(resource, "openai/v1") : options.Endpoint!;

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
