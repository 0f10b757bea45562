using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SkillDistill.Distillation.Answering;
using SkillDistill.Distillation.Retrieval;
using SkillDistill.Distillation.Retrieval.Encoding;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Benchmarks.Retrieval;

/// <summary>Questions and passages as the product's encoder reads them, each once for all that is measured in one run.</summary>
internal static class Encoded
{
    private static readonly Encoder Encoder = new(Options.Create(new EncoderOptions()), NullLogger<Encoder>.Instance);
    private static readonly Dictionary<string, Meaning?> Questions = new(StringComparer.Ordinal);
    private static readonly Dictionary<CardText, Meaning?> Cards = [];

    public static Question Question(Asked asked) => Question(asked.Text, asked.History);

    public static Question Question(string text, IReadOnlyList<string> earlier)
    {
        var key = string.Join('\n', [.. earlier, text]);
        if (!Questions.TryGetValue(key, out var meaning))
        {
            Questions[key] = meaning = Encoder.OfQuestionAsync(text, earlier, CancellationToken.None).GetAwaiter().GetResult();
        }

        return FollowUp.Read(text, earlier, meaning);
    }

    /// <summary>The card with what it means.</summary>
    public static CardMaterial Card(CardMaterial card)
    {
        if (!Cards.TryGetValue(card.Text, out var meaning))
        {
            Cards[card.Text] = meaning = Encoder.OfCardAsync(card.Text, CancellationToken.None).GetAwaiter().GetResult();
        }

        return card with { Meaning = meaning };
    }
}
