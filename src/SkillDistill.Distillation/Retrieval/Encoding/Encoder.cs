using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Retrieval.Encoding;

/// <summary>Tells what questions and cards mean (<see cref="Meaning"/>). Where it cannot, cards are found by their words alone, as they are when it is switched off.</summary>
public sealed partial class Encoder
{
    // Of the letters, as many may be of a script that the encoder does not read.
    private const double Foreign = 0.2;

    private static readonly CardField[] Fields =
    [
        CardField.Title, CardField.Situation, CardField.Action, CardField.Reason, CardField.Threshold, CardField.Exception, CardField.Falsifier, CardField.Case,
    ];

    private readonly IEmbeddingGenerator<string, Embedding<float>>? _generator;
    private readonly ILogger _log;
    private bool _failed;

    public Encoder(IOptions<EncoderOptions> options, ILogger<Encoder> log)
        : this(options.Value.Provider == EncoderProvider.Local ? new LocalEncoder() : null, log)
    {
    }

    internal Encoder(IEmbeddingGenerator<string, Embedding<float>>? generator, ILogger log) => (_generator, _log) = (generator, log);

    /// <summary>Null where there is none.</summary>
    public string? Name => _generator is null || _failed ? null : LocalEncoder.Name;

    /// <param name="earlier">The questions before it in its conversation, the oldest first.</param>
    /// <returns>Null where the encoder does not read the question's language, or there is none.</returns>
    public async Task<Meaning?> OfQuestionAsync(string question, IReadOnlyList<string> earlier, CancellationToken cancellationToken) =>
        Reads(question) ? await OfAsync(LocalEncoder.BeforeQuestion + string.Join('\n', [.. earlier.TakeLast(1), question]), cancellationToken) : null;

    /// <returns>Null as with questions.</returns>
    public async Task<Meaning?> OfCardAsync(CardText card, CancellationToken cancellationToken)
    {
        var text = string.Join('\n', Fields.Select(field => card[field]).Where(words => words.Length > 0));
        return Reads(text) ? await OfAsync(text, cancellationToken) : null;
    }

    private static bool Reads(string text)
    {
        var letters = text.Count(char.IsLetter);
        return letters > 0 && text.Count(letter => char.IsLetter(letter) && letter >= '\u0250') <= Foreign * letters;
    }

    private async Task<Meaning?> OfAsync(string text, CancellationToken cancellationToken)
    {
        if (Name is not { } name)
        {
            return null;
        }

        try
        {
            return new Meaning(name, (await _generator!.GenerateAsync([text], cancellationToken: cancellationToken))[0].Vector.ToArray());
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // A platform without the runtime's native part. Its message may hold no words of people: it names files.
            _failed = true;
            LogFailed(failure.GetType().Name);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "The encoder does not run here ({Failure}); cards are found by their words alone until the next start.")]
    private partial void LogFailed(string failure);
}
