using SkillDistill.Domain.Models;

namespace SkillDistill.Distillation.Models;

/// <summary>Who words the answers.</summary>
public enum ModelProvider
{
    /// <summary>Quotes the cards; needs no key and no network.</summary>
    BuiltIn,

    /// <summary>Any endpoint that speaks OpenAI's chat completion protocol.</summary>
    OpenAI,

    /// <summary>A deployment in Azure OpenAI, at the address of its version 1, which speaks the same protocol with another header.</summary>
    AzureOpenAI,
}

/// <summary>The section "Models" of the configuration, checked at start.</summary>
public sealed class ModelOptions
{
    public const string Section = "Models";

    public ModelProvider Provider { get; set; } = ModelProvider.BuiltIn;

    /// <summary>The base address of the protocol, such as https://api.openai.com/v1, or of the Azure resource. Required unless BuiltIn.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>May be empty for endpoints that ask for none; Azure and OpenAI's own ask.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>The model's name at the provider, or Azure's name of the deployment; people see it beside each answer.</summary>
    public string Model { get; set; } = "";

    /// <summary>How long one answer may take, 1 to 600 seconds.</summary>
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>How long to wait for the next piece of an answer, 1 to 600 seconds.</summary>
    public int StallSeconds { get; set; } = 20;

    /// <summary>Whether answers arrive piece by piece. Some gateways cannot.</summary>
    public bool Streaming { get; set; } = true;

    /// <summary>Whether the model is offered to look for further cards itself, where its endpoint takes functions.</summary>
    public bool SearchesCards { get; set; } = true;

    /// <summary>What a million tokens that the model reads cost, in <see cref="Currency"/>; 0 where no price is to be shown.</summary>
    public decimal PricePerMillionInputTokens { get; set; }

    /// <summary>What a million tokens that it writes cost.</summary>
    public decimal PricePerMillionOutputTokens { get; set; }

    /// <summary>Three capital letters of ISO 4217, where there is a price.</summary>
    public string Currency { get; set; } = "";

    /// <summary>How many tokens one person may use in a day of UTC, read and written; 0 is no limit.</summary>
    public long TokensPerPersonPerDay { get; set; }

    /// <summary>How many may be used in questions to one agent.</summary>
    public long TokensPerAgentPerDay { get; set; }

    /// <summary>How many the whole installation may use.</summary>
    public long TokensPerDay { get; set; }

    /// <summary>Null where no price is set.</summary>
    public ModelPrice? Price => PricePerMillionInputTokens > 0 || PricePerMillionOutputTokens > 0 ? new(PricePerMillionInputTokens, PricePerMillionOutputTokens, Currency) : null;

    /// <summary>The model's name and where it runs, as people agree to it; null where none is outside.</summary>
    public string? Recipient => Provider != ModelProvider.BuiltIn && Endpoint is { } endpoint ? ProviderAddress.NameOf(Model, endpoint) : null;

    internal ProviderAddress Address => new(Section, Provider == ModelProvider.AzureOpenAI, Endpoint, ApiKey, Model);

    public DailyLimits Limits => new(TokensPerPersonPerDay, TokensPerAgentPerDay, TokensPerDay);
}
