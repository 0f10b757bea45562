namespace SkillDistill.Domain.Models;

/// <summary>Tokens that a model took in and gave out, in one call or in several.</summary>
/// <param name="IsEstimated">Whether some of it was reckoned by the product, because the provider did not say.</param>
public sealed record TokenUse(long Input, long Output, bool IsEstimated)
{
    public long Total => Input + Output;

    public static TokenUse operator +(TokenUse one, TokenUse other) => new(one.Input + other.Input, one.Output + other.Output, one.IsEstimated || other.IsEstimated);

    /// <summary>The friendly name of the operator.</summary>
    public static TokenUse Add(TokenUse one, TokenUse other) => one + other;
}
