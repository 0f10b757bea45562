using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using SkillDistill.Distillation.Answering;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Models;
using ChatTokenUsage = OpenAI.Chat.ChatTokenUsage;

namespace SkillDistill.Distillation.Models;

/// <summary>Reads one model's answer within its time, once; a failure ends the text and is kept here instead of thrown.</summary>
/// <param name="search">What the model may do besides; null where nothing.</param>
internal sealed partial class ModelOutput(WordingModel model, ILogger logger, TokenMeter? meter = null, CardSearch? search = null)
{
    private Task<bool>? _moving;
    private ChatHistory? _sent;
    private TokenUse? _told;
    private TokenUse? _used;
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
        if (!model.IsExternal)
        {
            return;
        }

        var isTurnedDown = _said == 0 && Problem is not (null or ModelProblem.Silent or ModelProblem.BrokeOff or ModelProblem.SaidNothing);
        if (!isTurnedDown)
        {
            CloseRound(_sent ?? history);
        }

        if (_used is { } used)
        {
            meter?.Add(used);
        }
    }

    private void CloseRound(ChatHistory sent)
    {
        var took = _told ?? new TokenUse(sent.Sum(message => TokenEstimate.Of(message.Content ?? "")), _output, IsEstimated: true);
        (_used, _told, _output) = (_used is { } before ? before + took : took, null, 0);
    }

    /// <summary>All that it says, in rounds: one that ends with a wish to search is answered, and it is asked again.</summary>
    private async IAsyncEnumerable<string> ChunksAsync(ChatHistory history, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _sent = history;
        for (var round = 0; ; round++)
        {
            var wished = new List<FunctionCallContent>();
            await foreach (var chunk in RoundAsync(_sent, Offer(round), wished, cancellationToken))
            {
                yield return chunk;
            }

            if (search is null || wished.Count == 0 || round == ModelLimits.FurtherRounds)
            {
                yield break;
            }

            CloseRound(_sent);
            _ended = false;
            _sent = [.. _sent, new ChatMessageContent(AuthorRole.Assistant, [.. wished]), .. wished.Select(call => new FunctionResultContent(call, search.Answer(call)).ToChatMessage())];
        }
    }

    /// <summary>After the last round it still knows what it was offered, and may not ask for it any more.</summary>
    private PromptExecutionSettings? Offer(int round) => search is null || !model.SearchesCards ? null : new PromptExecutionSettings
    {
        FunctionChoiceBehavior = round < ModelLimits.FurtherRounds ? FunctionChoiceBehavior.Auto([CardSearch.Function], autoInvoke: false) : FunctionChoiceBehavior.None([CardSearch.Function]),
    };

    private async IAsyncEnumerable<string> RoundAsync(ChatHistory history, PromptExecutionSettings? offer, List<FunctionCallContent> wished, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!model.Streaming)
        {
            foreach (var message in await WithoutWhereRefusedAsync(offer, settings => model.Service.GetChatMessageContentsAsync(history, settings, cancellationToken: cancellationToken)))
            {
                Note(message.Metadata);
                wished.AddRange(FunctionCallContent.GetFunctionCalls(message));
                yield return message.Content ?? "";
            }

            yield break;
        }

        var calls = new FunctionCallContentBuilder();
        await using var chunks = await WithoutWhereRefusedAsync(offer, async settings =>
        {
            var begun = model.Service.GetStreamingChatMessageContentsAsync(history, settings, cancellationToken: cancellationToken).GetAsyncEnumerator(cancellationToken);
            return new Begun(begun, await begun.MoveNextAsync());
        });
        for (var more = chunks.HasFirst; more; more = await chunks.Rest.MoveNextAsync())
        {
            Note(chunks.Rest.Current.Metadata);
            calls.Append(chunks.Rest.Current);
            yield return chunks.Rest.Current.Content ?? "";
        }

        wished.AddRange(calls.Build());
    }

    /// <summary>Some endpoints, and some models behind them, turn a question down that offers functions; they are asked without, and from then on always.</summary>
    private async Task<T> WithoutWhereRefusedAsync<T>(PromptExecutionSettings? offer, Func<PromptExecutionSettings?, Task<T>> ask)
    {
        try
        {
            return await ask(offer);
        }
        catch (Exception refused) when (offer is not null && Diagnosis.Status(refused) is 400 or 404 or 422 or 501)
        {
            var without = await ask(null);
            model.SearchesCards = false;
            return without;
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

    /// <param name="HasFirst">Whether it stands on a piece already.</param>
    private sealed record Begun(IAsyncEnumerator<StreamingChatMessageContent> Rest, bool HasFirst) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Rest.DisposeAsync();
    }
}
