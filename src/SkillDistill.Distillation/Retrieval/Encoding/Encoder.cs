using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using SkillDistill.Distillation.Models;
using SkillDistill.Domain.Models;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Retrieval.Encoding;

/// <summary>Tells what questions and cards mean (<see cref="Meaning"/>). Where it cannot, cards are found by their words alone.</summary>
public sealed partial class Encoder
{
    // Of the letters, as many may be of a script that the encoder does not read.
    private const double Foreign = 0.2;

    private static readonly CardField[] Fields =
    [
        CardField.Title, CardField.Situation, CardField.Action, CardField.Reason, CardField.Threshold, CardField.Exception, CardField.Falsifier, CardField.Case,
    ];

    private readonly IEmbeddingGenerator<string, Embedding<float>> _generator;
    private readonly string _beforeQuestion;
    private readonly string _beforeCard;
    private readonly bool _isLocal;
    private readonly TimeSpan _time;
    private readonly ILogger _log;
    private readonly Lock _gate = new();
    private Task<MeasuredScale>? _measured;

    private Encoder(string name, IEmbeddingGenerator<string, Embedding<float>> generator, string beforeQuestion, string beforeCard, bool isLocal, TimeSpan time, ILogger log) =>
        (Name, _generator, _beforeQuestion, _beforeCard, _isLocal, _time, _measured, _log) = (name, generator, beforeQuestion, beforeCard, isLocal, time, isLocal ? Task.FromResult(new MeasuredScale(EncoderScale.Fitted, null)) : null, log);

    /// <summary>Whose points these are; see <see cref="Meaning.Encoder"/>.</summary>
    public string Name { get; }

    /// <summary>Whether it has turned out not to run here at all.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>The one that comes with the product.</summary>
    public static Encoder InProcess(ILogger log) => InProcess(new LocalEncoder(), log);

    internal static Encoder InProcess(IEmbeddingGenerator<string, Embedding<float>> generator, ILogger log) => new(Meaning.InProcess, generator, LocalEncoder.BeforeQuestion, "", true, Timeout.InfiniteTimeSpan, log);

    internal static Encoder AtEndpoint(EncoderOptions options, IEmbeddingGenerator<string, Embedding<float>> generator, ILogger log) =>
        new(options.Recipient!, new OutsideEncoder(generator, TimeSpan.FromSeconds(options.TimeoutSeconds)), options.BeforeQuestion, options.BeforeCard, false, TimeSpan.FromSeconds(options.TimeoutSeconds), log);

    /// <param name="earlier">The questions before it in its conversation, the oldest first.</param>
    /// <returns>Null where the encoder does not read the question's language, or fails.</returns>
    public async Task<AskedMeaning?> OfQuestionAsync(string question, IReadOnlyList<string> earlier, CancellationToken cancellationToken)
    {
        try
        {
            // Who asks does not wait for what is measured once; it goes on for those after them.
            return await ScaleAsync(cancellationToken).WaitAsync(_time, cancellationToken) is { } measured && For(question, measured) is { } scale
                ? new AskedMeaning(new Meaning(Name, (await ReadAsync([_beforeQuestion + string.Join('\n', [.. earlier.TakeLast(1), question])], cancellationToken))[0]), scale)
                : null;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Note(failure);
            return null;
        }
    }

    /// <returns>One for each card, null where it does not read the card's language. Null for all where it failed: they are to be read another time.</returns>
    public async Task<IReadOnlyList<Meaning?>?> OfCardsAsync(IReadOnlyList<CardText> cards, CancellationToken cancellationToken)
    {
        try
        {
            if (await ScaleAsync(cancellationToken) is not { } measured)
            {
                return null;
            }

            var texts = cards.Select(card => string.Join('\n', Fields.Select(field => card[field]).Where(words => words.Length > 0))).ToList();
            var read = texts.FindAll(text => For(text, measured) is not null);
            var points = new Queue<float[]>(read.Count > 0 ? await ReadAsync([.. read.Select(text => _beforeCard + text)], cancellationToken) : []);
            return texts.ConvertAll(text => For(text, measured) is null ? null : new Meaning(Name, points.Dequeue()));
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Note(failure);
            return null;
        }
    }

    /// <summary>Has it read a few texts of the product's own, whoever failed before.</summary>
    /// <returns>What went wrong; null where it can be used.</returns>
    public async Task<ModelProblem?> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            var measured = await MeasureAsync(cancellationToken);
            lock (_gate)
            {
                _measured = Task.FromResult(measured);
            }

            return measured.English is null ? ModelProblem.SaidNothing : null;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return Diagnosis.Of(failure, begun: false);
        }
    }

    private static EncoderScale? For(string text, MeasuredScale measured)
    {
        var letters = text.Count(char.IsLetter);
        return letters == 0 ? null : text.Count(letter => char.IsLetter(letter) && letter >= '\u0250') <= Foreign * letters ? measured.English : measured.Chinese;
    }

    /// <returns>Null where it does not run here.</returns>
    private async Task<MeasuredScale?> ScaleAsync(CancellationToken cancellationToken) => IsBroken ? null : await Measured().WaitAsync(cancellationToken);

    /// <summary>Measured once, for all who ask at the same time; again by the next one where that failed.</summary>
    private Task<MeasuredScale> Measured()
    {
        lock (_gate)
        {
            return _measured is null or { IsFaulted: true } or { IsCanceled: true } ? _measured = MeasureAsync(CancellationToken.None) : _measured;
        }
    }

    private async Task<MeasuredScale> MeasureAsync(CancellationToken cancellationToken)
    {
        var measured = await MeasuredScale.OfAsync(
            questions => ReadAsync([.. questions.Select(question => _beforeQuestion + question)], cancellationToken), texts => ReadAsync([.. texts.Select(text => _beforeCard + text)], cancellationToken));
        if (measured.English is null)
        {
            LogOfNoUse(Name);
        }

        return measured;
    }

    /// <summary>Points of length 1, one for each text.</summary>
    private async Task<IReadOnlyList<float[]>> ReadAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var points = await _generator.GenerateAsync(texts, cancellationToken: cancellationToken);
        return [.. points.Select(point => Unit(point.Vector.Span))];
    }

    private static float[] Unit(ReadOnlySpan<float> point)
    {
        var length = TensorPrimitives.Norm(point);
        if (!float.IsFinite(length) || length == 0)
        {
            throw new NotTheProtocolException();
        }

        var unit = new float[point.Length];
        TensorPrimitives.Divide(point, length, unit);
        return unit;
    }

    private void Note(Exception failure)
    {
        // The message of a failure is never written: an endpoint's may hold what was sent.
        if (_isLocal)
        {
            // A platform without the runtime's native part.
            IsBroken = true;
            LogDoesNotRun(failure.GetType().Name);
        }
        else if (Diagnosis.Of(failure, begun: false) is var problem && problem != ModelProblem.Resting)
        {
            LogFailed(Name, problem);
        }
    }

    [LoggerMessage(LogLevel.Error, "The encoder does not run here ({Failure}); cards are found by their words alone until the next start.")]
    private partial void LogDoesNotRun(string failure);

    [LoggerMessage(LogLevel.Warning, "The encoder {Encoder} failed ({Problem}); what was to be read is found by its words alone until it answers.")]
    private partial void LogFailed(string encoder, ModelProblem problem);

    [LoggerMessage(LogLevel.Error, "The encoder {Encoder} hardly tells related texts from unrelated ones; cards are found by their words alone until the next start.")]
    private partial void LogOfNoUse(string encoder);
}
