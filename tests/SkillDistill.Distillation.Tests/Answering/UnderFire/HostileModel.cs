using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using SkillDistill.Domain.Conversations;

namespace SkillDistill.Distillation.Tests.Answering.UnderFire;

/// <summary>A model that has read its prompt and means ill by it, in a manner that the seed chooses. It keeps what an honest reader of its output would hold it to.</summary>
internal sealed class HostileModel(int seed, string hiddenWords) : IChatCompletionService
{
    public string Manner { get; private set; } = "not asked";

    public string Prompt { get; private set; } = "";

    public string Output { get; private set; } = "";

    /// <summary>The names (c1, ...) of the cards whose own words it quoted behind words of an answer; null where that cannot be told from the manner alone.</summary>
    public IReadOnlySet<string>? Cites { get; private set; }

    /// <summary>What it said of how sure it is; where it raised its own word afterwards, the lower one counts.</summary>
    public Verdict? Says { get; private set; }

    public bool Fails { get; private set; }

    /// <summary>The cards it was shown, by their names, as JSON.</summary>
    public IReadOnlyDictionary<string, JsonNode> Cards { get; private set; } = new Dictionary<string, JsonNode>();

    public IReadOnlyDictionary<string, object?> Attributes { get; } = new Dictionary<string, object?>();

    public Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(
        ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public async IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(
        ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        var random = new Random(seed);
        Prompt = string.Join('\n', chatHistory.Select(message => message.Content));
        var message = chatHistory[^1].Content!;
        var cards = JsonNode.Parse(message[(message.IndexOf('[', StringComparison.Ordinal))..message.IndexOf("\n</cards>", StringComparison.Ordinal)])!.AsArray();
        Cards = cards.ToDictionary(card => (string)card!["id"]!, card => card!);
        var script = new HostileScript(random, Cards, chatHistory[0].Content!, message, hiddenWords);
        (Manner, Cites, Says, Fails) = (script.Manner, script.Cites, script.Says, script.Fails);
        Output = script.Output;
        foreach (var chunk in Chunks(random, Output))
        {
            yield return new StreamingChatMessageContent(AuthorRole.Assistant, chunk);
        }

        if (Fails)
        {
            throw new HttpRequestException("The line is cut.");
        }
    }

    private static IEnumerable<string> Chunks(Random random, string output)
    {
        var most = random.Next(4) switch { 0 when output.Length < 2000 => 1, 1 when output.Length < 4000 => 9, 2 => 900, _ => int.MaxValue };
        for (var at = 0; at < output.Length;)
        {
            var length = Math.Min(output.Length - at, most == 1 || most == int.MaxValue ? most : random.Next(1, most));
            yield return output.Substring(at, length);
            at += length;
        }
    }
}
