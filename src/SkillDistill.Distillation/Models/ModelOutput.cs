using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel.ChatCompletion;
using OpenAI.Chat;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Models;

namespace SkillDistill.Distillation.Models;

/// <summary>Reads one model's answer within its time, once; a failure ends the text and is kept here instead of thrown.</summary>
internal sealed partial class ModelOutput(WordingModel model, ILogger logger, TokenMeter? meter = null)
{
    private Task<bool>? _moving;
    private TokenUse? _told;
    private long _output;
    private int _said;
    private bool _begun;
    private bool _ended;

    /// <summary>What went wrong; null where nothing did.</summary>
    public ModelProblem? Problem { get; private set; }

    public bool Failed => Problem is not null;

    /// <summary>Why somebody else has to answer, where nothing of this was usable.</summary>
    public StandIn StandIn => Problem == ModelProblem.Busy ? StandIn.ModelBusy : StandIn.ModelFailed;

    public async IAsyncEnumerable<string> ReadAsync(ChatHistory history, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(model.Whole);
        var chunks = ChunksAsync(history, time.Token).GetAsyncEnumerator(time.Token);
        try
        {
            while (await ArrivedAsync(chunks, cancellationToken))
            {
                _said += chunks.Current.Length;
                _output += TokenEstimate.Of(chunks.Current);
                yield return chunks.Current;
            }
        }
        finally
        {
            // A stream that is still moving must not be disposed of; one that does not heed its cancellation is left behind.
            await time.CancelAsync();
            if (_moving is null || await Task.WhenAny(_moving, Task.Delay(ModelLimits.Grace, CancellationToken.None)) == _moving)
            {
                await chunks.DisposeAsync();
            }

            Count(history);
        }
    }

    /// <summary>What the provider says it took, else what it is likely to have. A question that it turned down took nothing.</summary>
    private void Count(ChatHistory history)
    {
        var isTurnedDown = _said == 0 && Problem is not (null or ModelProblem.Silent or ModelProblem.BrokeOff or ModelProblem.SaidNothing);
        if (model.IsExternal && !isTurnedDown)
        {
            meter?.Add(_told ?? new TokenUse(history.Sum(message => TokenEstimate.Of(message.Content ?? "")), _output, IsEstimated: true));
        }
    }

    private async IAsyncEnumerable<string> ChunksAsync(ChatHistory history, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!model.Streaming)
        {
            foreach (var message in await model.Service.GetChatMessageContentsAsync(history, cancellationToken: cancellationToken))
            {
                Note(message.Metadata);
                yield return message.Content ?? "";
            }

            yield break;
        }

        await foreach (var chunk in model.Service.GetStreamingChatMessageContentsAsync(history, cancellationToken: cancellationToken))
        {
            Note(chunk.Metadata);
            yield return chunk.Content ?? "";
        }
    }

    private void Note(IReadOnlyDictionary<string, object?>? told)
    {
        _ended |= told?.GetValueOrDefault("FinishReason") is not null;
        _told = told?.GetValueOrDefault("Usage") is ChatTokenUsage use ? new TokenUse(use.InputTokenCount, use.OutputTokenCount, IsEstimated: false) : _told;
    }

    private async Task<bool> ArrivedAsync(IAsyncEnumerator<string> chunks, CancellationToken reader)
    {
        try
        {
            var arrived = _begun ? await MoveAsync(chunks, reader) : await model.Breaker.ExecuteAsync(async _ => await MoveAsync(chunks, reader), reader);
            if (!arrived && _said == 0 && model.IsExternal)
            {
                Fail(ModelProblem.SaidNothing, "-", null);
            }

            _begun = true;
            return arrived;
        }
        catch (Exception) when (_ended && !reader.IsCancellationRequested)
        {
            // The last word was said; how the connection ended after it changes nothing.
            return false;
        }
        catch (Exception failure) when (!reader.IsCancellationRequested)
        {
            Fail(Diagnosis.Of(failure, _said > 0), failure.GetType().Name, Diagnosis.Status(failure));
            return false;
        }
    }

    private async Task<bool> MoveAsync(IAsyncEnumerator<string> chunks, CancellationToken reader)
    {
        _moving = chunks.MoveNextAsync().AsTask();
        return await _moving.WaitAsync(model.Streaming ? model.Stall : model.Whole, reader);
    }

    // Only the kind of failure is told: messages of providers repeat what was sent.
    private void Fail(ModelProblem problem, string failure, int? status)
    {
        Problem = problem;
        LogFailure(model.Name, problem, failure, status);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The model {Model} failed: {Problem}, {Failure}, status {Status}")]
    private partial void LogFailure(string model, ModelProblem problem, string failure, int? status);
}
