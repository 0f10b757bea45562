using Microsoft.SemanticKernel.ChatCompletion;
using Polly;

namespace SkillDistill.Distillation.Models;

/// <summary>A model that can word an answer, and the name people see beside it.</summary>
/// <param name="Whole">How long one answer may take.</param>
/// <param name="Stall">How long to wait for its next piece.</param>
internal sealed record WordingModel(string Name, IChatCompletionService Service, bool Streaming, TimeSpan Whole, TimeSpan Stall)
{
    /// <summary>Whether it is somewhere else, where it can fail and costs something.</summary>
    public bool IsExternal { get; init; }

    /// <summary>Whether it may look for further cards itself; not any more once its endpoint has turned a question down for that.</summary>
    public bool SearchesCards { get; set; }

    /// <summary>What the way to the first piece of an answer goes through.</summary>
    public ResiliencePipeline Breaker { get; init; } = ResiliencePipeline.Empty;
}
