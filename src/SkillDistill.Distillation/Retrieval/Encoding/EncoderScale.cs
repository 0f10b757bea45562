namespace SkillDistill.Distillation.Retrieval.Encoding;

/// <summary>
/// How an encoder's cosines compare with those of <see cref="LocalEncoder"/>, which the ranking and the threshold were fitted on: unrelated texts have 0.2 with one encoder and 0.7 with
/// another, and related ones 0.6 or 0.85. A straight line through both.
/// </summary>
/// <param name="Factor">What a cosine is multiplied by.</param>
/// <param name="Shift">What is added after that.</param>
public sealed record EncoderScale(double Factor, double Shift)
{
    /// <summary>The one of <see cref="LocalEncoder"/>.</summary>
    public static readonly EncoderScale Fitted = new(1, 0);

    // What the local encoder has for the same texts.
    internal const double FittedRelated = 0.5788;
    internal const double FittedUnrelated = 0.4847;

    /// <param name="related">The mean cosine of questions with the texts that answer them.</param>
    /// <param name="unrelated">The mean cosine of questions with other texts.</param>
    internal static EncoderScale Between(double related, double unrelated)
    {
        var factor = (FittedRelated - FittedUnrelated) / (related - unrelated);
        return new EncoderScale(factor, FittedUnrelated - (factor * unrelated));
    }

    /// <summary>What the local encoder would be likely to have where this one has that cosine.</summary>
    public double Of(double cosine) => (Factor * cosine) + Shift;
}
