namespace SkillDistill.Domain.Models;

/// <summary>What a million tokens cost, each way.</summary>
/// <param name="Currency">Three capital letters of ISO 4217.</param>
public sealed record ModelPrice(decimal Input, decimal Output, string Currency)
{
    /// <summary>In millionths of the currency: so small a part that a single short answer is not nothing.</summary>
    public long Of(TokenUse use) => (long)Math.Round((use.Input * Input) + (use.Output * Output), MidpointRounding.AwayFromZero);
}
