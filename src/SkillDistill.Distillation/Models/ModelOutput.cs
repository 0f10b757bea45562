using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace SkillDistill.Distillation.Models;

/// <summary>Reads one model's answer within its time; a failure ends the text and is kept here instead of thrown.</summary>
internal sealed partial class ModelOutput(WordingModel model, ILogger logger)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    public bool Failed { get; private set; }

    public async IAsyncEnumerable<string> ReadAsync(ChatHistory history, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(model.Whole);
        var chunks = ChunksAsync(history, time.Token).GetAsyncEnumerator(time.Token);
        Task<bool>? moving = null;
        try
        {
            for (moving = chunks.MoveNextAsync().AsTask(); await ArrivedAsync(moving, cancellationToken); moving = chunks.MoveNextAsync().AsTask())
            {
                yield return chunks.Current;
            }
        }
        finally
        {
            // A stream that is still moving must not be disposed of; one that does not heed its cancellation is left behind.
            await time.CancelAsync();
            if (moving is null || await Task.WhenAny(moving, Task.Delay(Grace, CancellationToken.None)) == moving)
            {
                await chunks.DisposeAsync();
            }
        }
    }

    private async IAsyncEnumerable<string> ChunksAsync(ChatHistory history, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!model.Streaming)
        {
            foreach (var message in await model.Service.GetChatMessageContentsAsync(history, cancellationToken: cancellationToken))
            {
                yield return message.Content ?? "";
            }

            yield break;
        }

        await foreach (var chunk in model.Service.GetStreamingChatMessageContentsAsync(history, cancellationToken: cancellationToken))
        {
            yield return chunk.Content ?? "";
        }
    }

    private async Task<bool> ArrivedAsync(Task<bool> moving, CancellationToken reader)
    {
        try
        {
            return await moving.WaitAsync(model.Stall, reader);
        }
        catch (Exception failure) when (!reader.IsCancellationRequested)
        {
            // Only the kind of failure is told: messages of providers repeat what was sent.
            Failed = true;
            LogFailure(model.Name, failure.GetType().Name, (failure as HttpOperationException)?.StatusCode?.ToString() ?? "-");
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The model {Model} failed: {Failure}, status {Status}")]
    private partial void LogFailure(string model, string failure, string status);
}
