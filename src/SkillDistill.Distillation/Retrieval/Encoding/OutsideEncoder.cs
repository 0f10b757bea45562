using Microsoft.Extensions.AI;
using Polly;
using SkillDistill.Distillation.Models;

namespace SkillDistill.Distillation.Retrieval.Encoding;

/// <summary>An encoder at an endpoint: asked within its time, more of it for several texts at once, left alone for a while when it keeps failing, and not believed when what it says cannot be.</summary>
internal sealed class OutsideEncoder(IEmbeddingGenerator<string, Embedding<float>> inner, TimeSpan time) : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    private readonly ResiliencePipeline _breaker = ModelConnection.NewBreaker();

    /// <exception cref="TimeoutException">It took longer than its time.</exception>
    /// <exception cref="NotTheProtocolException">The reply does not hold one point of one size for each text.</exception>
    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.ToList();
        return await _breaker.ExecuteAsync(async reader => await AskAsync(texts, options, reader), cancellationToken);
    }

    private async Task<GeneratedEmbeddings<Embedding<float>>> AskAsync(List<string> texts, EmbeddingGenerationOptions? options, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(texts.Count > 1 ? EncoderOptions.ForMany(time) : time);
        try
        {
            var points = await base.GenerateAsync(texts, options, limit.Token).WaitAsync(limit.Token);
            return points.Count == texts.Count && points.All(point => point.Vector.Length > 0 && point.Vector.Length == points[0].Vector.Length) ? points : throw new NotTheProtocolException();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }
}
