using Microsoft.Extensions.Logging.Abstractions;
using SkillDistill.Distillation.Answering;
using SkillDistill.Distillation.Retrieval;
using SkillDistill.Distillation.Retrieval.Encoding;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Benchmarks.Retrieval;

/// <summary>Questions and passages as the product's encoder reads them, each once for all that is measured in one run.</summary>
internal static class Encoded
{
    private static readonly Dictionary<string, AskedMeaning?> Questions = new(StringComparer.Ordinal);
    private static readonly Dictionary<CardText, Meaning?> Cards = [];
    private static Encoder _encoder = Encoder.InProcess(NullLogger.Instance);
    private static EncoderScale? _scale;

    /// <summary>Has another encoder read from here on; how its cosines are to be read may be overruled.</summary>
    public static void By(Encoder encoder, EncoderScale? scale = null)
    {
        (_encoder, _scale) = (encoder, scale);
        Questions.Clear();
        Cards.Clear();
    }

    public static Question Question(Asked asked) => Question(asked.Text, asked.History);

    public static Question Question(string text, IReadOnlyList<string> earlier)
    {
        var key = string.Join('\n', [.. earlier, text]);
        if (!Questions.TryGetValue(key, out var meaning))
        {
            meaning = _encoder.OfQuestionAsync(text, earlier, CancellationToken.None).GetAwaiter().GetResult();
            Questions[key] = meaning = _scale is { } scale && meaning is not null ? meaning with { Scale = scale } : meaning;
        }

        return FollowUp.Read(text, earlier, meaning);
    }

    /// <summary>The card with what it means.</summary>
    public static CardMaterial Card(CardMaterial card)
    {
        if (!Cards.TryGetValue(card.Text, out var meaning))
        {
            Cards[card.Text] = meaning = _encoder.OfCardsAsync([card.Text], CancellationToken.None).GetAwaiter().GetResult()![0];
        }

        return card with { Meaning = meaning };
    }
}
