using System.ClientModel.Primitives;

namespace SkillDistill.Distillation.Models;

/// <summary>Azure takes a key in a header of its own; the usual one is for tokens of its directory.</summary>
internal sealed class AzureKey(string key) : PipelinePolicy
{
    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        Set(message.Request.Headers);
        ProcessNext(message, pipeline, currentIndex);
    }

    public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        Set(message.Request.Headers);
        return ProcessNextAsync(message, pipeline, currentIndex);
    }

    private void Set(PipelineRequestHeaders headers)
    {
        headers.Remove("Authorization");
        headers.Set("api-key", key);
    }
}
