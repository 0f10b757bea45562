using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Polly;
using SkillDistill.Domain.Models;

namespace SkillDistill.Distillation.Models;

/// <summary>Asks the configured model one small fixed question, whoever failed before. Nothing of a person is in it, and nothing it says is kept.</summary>
public sealed class TryModel
{
    private const string Question = "Reply with the one word: ready";
    private const int Enough = 200;

    private readonly ModelChoice _models;
    private readonly ILogger _logger;

    internal TryModel(ModelChoice models, ILogger<TryModel> logger) => (_models, _logger) = (models, logger);

    /// <returns>Null where no external model is configured.</returns>
    public async Task<ModelTrial?> AskAsync(TokenMeter meter, CancellationToken cancellationToken)
    {
        if (_models.External(mayUseExternalModel: true) is not { } model)
        {
            return null;
        }

        var output = new ModelOutput(model with { Breaker = ResiliencePipeline.Empty }, _logger, meter);
        var watch = Stopwatch.StartNew();
        TimeSpan? first = null;
        var said = 0;
        ChatHistory prompt = [new ChatMessageContent(AuthorRole.User, Question)];
        await foreach (var chunk in output.ReadAsync(prompt, cancellationToken))
        {
            first ??= chunk.Length > 0 ? watch.Elapsed : null;
            said += chunk.Length;
            if (said > Enough)
            {
                break;
            }
        }

        return new ModelTrial(output.Problem, first, watch.Elapsed);
    }
}

/// <param name="Problem">Null where it answered.</param>
/// <param name="First">To the first word; null where none came.</param>
/// <param name="Whole">To the end.</param>
public sealed record ModelTrial(ModelProblem? Problem, TimeSpan? First, TimeSpan Whole);
