using System.Runtime.CompilerServices;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace SkillDistill.Distillation.Answering.BuiltIn;

/// <summary>
/// The answerer that needs no key and no network: a chat completion service like any other, which quotes the cards instead of wording anew.
/// It takes the <see cref="AnswerSheet"/> from the last message's metadata rather than reading its own prompt back.
/// </summary>
internal sealed class BuiltInChatCompletion : IChatCompletionService
{
    public const string Name = "BuiltIn";

    public IReadOnlyDictionary<string, object?> Attributes { get; } = new Dictionary<string, object?>();

    public Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(
        ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<ChatMessageContent>>([new ChatMessageContent(AuthorRole.Assistant, string.Concat(Pieces(chatHistory)), Name)]);

    public async IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(
        ChatHistory chatHistory,
        PromptExecutionSettings? executionSettings = null,
        Kernel? kernel = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var piece in Pieces(chatHistory))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new StreamingChatMessageContent(AuthorRole.Assistant, piece, modelId: Name);
            await Task.Yield();
        }
    }

    private static IEnumerable<string> Pieces(ChatHistory history) =>
        history.LastOrDefault()?.Metadata?.GetValueOrDefault(AnswerSheet.MetadataKey) is AnswerSheet sheet ? new Note(sheet).Write() : ["⟦cannot-tell⟧"];
}
