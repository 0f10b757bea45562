namespace SkillDistill.Domain.Profiles;

/// <summary>Where a text lies among all that an encoder can tell apart: texts that mean the like lie near each other, whatever their words.</summary>
/// <param name="Encoder">Whose space it is a point of; points of different encoders do not compare.</param>
/// <param name="Point">Of length 1.</param>
public sealed record Meaning(string Encoder, float[] Point)
{
    /// <summary>The encoder that comes with the product: nothing is sent anywhere for its points.</summary>
    public const string InProcess = "arctic-embed-xs";
}
