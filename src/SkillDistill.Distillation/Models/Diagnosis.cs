using System.ClientModel;
using System.Text.Json;
using Microsoft.SemanticKernel;
using Polly.CircuitBreaker;
using SkillDistill.Domain.Models;

namespace SkillDistill.Distillation.Models;

/// <summary>From what was thrown to what somebody can do about it. The words of an exception are never looked at: providers repeat what was sent.</summary>
internal static class Diagnosis
{
    /// <param name="begun">Whether anything of an answer had arrived.</param>
    public static ModelProblem Of(Exception failure, bool begun)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (Of(cause) is { } problem)
            {
                return problem;
            }
        }

        return begun ? ModelProblem.BrokeOff : ModelProblem.Silent;
    }

    /// <summary>The status of a reply that was no success, or null where there was none.</summary>
    public static int? Status(Exception failure) => failure switch
    {
        HttpOperationException { StatusCode: { } status } => (int)status,
        ClientResultException { Status: > 0 and var status } => status,
        { InnerException: { } inner } => Status(inner),
        _ => null,
    };

    private static ModelProblem? Of(Exception cause) => cause switch
    {
        BrokenCircuitException => ModelProblem.Resting,
        NotTheProtocolException or JsonException or FormatException => ModelProblem.NotTheProtocol,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => ModelProblem.NameUnknown,
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => ModelProblem.Unreachable,
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => ModelProblem.Insecure,
        HttpOperationException or ClientResultException when Status(cause) is { } status => Of(status),
        _ => null,
    };

    private static ModelProblem Of(int status) => status switch
    {
        401 => ModelProblem.KeyRefused,
        403 => ModelProblem.NotAllowed,
        404 => ModelProblem.NotFound,
        429 => ModelProblem.Busy,
        408 => ModelProblem.Silent,
        >= 500 => ModelProblem.ProviderFailed,
        _ => ModelProblem.RequestRefused,
    };
}
