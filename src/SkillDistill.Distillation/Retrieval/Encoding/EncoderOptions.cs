namespace SkillDistill.Distillation.Retrieval.Encoding;

/// <summary>What finds cards by what they mean, besides their words.</summary>
public enum EncoderProvider
{
    /// <summary>A small encoder that comes with the product and runs in its process; it reads English.</summary>
    Local,

    /// <summary>None: cards are found by their words alone.</summary>
    None,
}

/// <summary>The section "Encoder" of the configuration.</summary>
public sealed class EncoderOptions
{
    public const string Section = "Encoder";

    public EncoderProvider Provider { get; set; } = EncoderProvider.Local;
}
