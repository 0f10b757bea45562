using System.Numerics.Tensors;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Retrieval.Encoding;

/// <summary>What a question means, and how its encoder's cosines are to be read.</summary>
public sealed record AskedMeaning(Meaning Meaning, EncoderScale Scale)
{
    /// <summary>How near a card comes, on the scale that the ranking was fitted on; null where it was read by another encoder or by none.</summary>
    public double? NearnessTo(Meaning? card) =>
        card is not null && card.Encoder == Meaning.Encoder && card.Point.Length == Meaning.Point.Length ? Scale.Of(TensorPrimitives.Dot<float>(Meaning.Point, card.Point)) : null;
}
