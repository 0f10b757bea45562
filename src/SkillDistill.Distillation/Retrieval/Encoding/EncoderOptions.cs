using SkillDistill.Distillation.Models;

namespace SkillDistill.Distillation.Retrieval.Encoding;

/// <summary>What finds cards by what they mean, besides their words.</summary>
public enum EncoderProvider
{
    /// <summary>A small encoder that comes with the product and runs in its process; it reads English.</summary>
    Local,

    /// <summary>None: cards are found by their words alone.</summary>
    None,

    /// <summary>Any endpoint that speaks OpenAI's embeddings protocol, for the cards of owners who agree to it; for all others the local one.</summary>
    OpenAI,

    /// <summary>The same, at a deployment in Azure OpenAI.</summary>
    AzureOpenAI,
}

/// <summary>The section "Encoder" of the configuration, checked at start.</summary>
public sealed class EncoderOptions
{
    public const string Section = "Encoder";

    public EncoderProvider Provider { get; set; } = EncoderProvider.Local;

    /// <summary>As with <see cref="ModelOptions.Endpoint"/>. Required where the encoder is outside.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>As with <see cref="ModelOptions.ApiKey"/>.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>The encoder's name at the provider, or Azure's name of the deployment.</summary>
    public string Model { get; set; } = "";

    /// <summary>How long a question may wait for what it means, 1 to 60 seconds; after that its words alone are looked for.</summary>
    public int TimeoutSeconds { get; set; } = 5;

    /// <summary>What the encoder was trained to see before a question, such as "query: "; most see nothing.</summary>
    public string BeforeQuestion { get; set; } = "";

    /// <summary>And before a text that may answer one, such as "passage: ".</summary>
    public string BeforeCard { get; set; } = "";

    /// <summary>How long several texts at once may take, for which nobody waits.</summary>
    public static TimeSpan ForMany(TimeSpan time) => 12 * time;

    public bool IsOutside => Provider is EncoderProvider.OpenAI or EncoderProvider.AzureOpenAI;

    /// <summary>As with <see cref="ModelOptions.Recipient"/>.</summary>
    public string? Recipient => IsOutside && Endpoint is { } endpoint ? ProviderAddress.NameOf(Model, endpoint) : null;

    internal ProviderAddress Address => new(Section, Provider == EncoderProvider.AzureOpenAI, Endpoint, ApiKey, Model);
}
