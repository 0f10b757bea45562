using Microsoft.Extensions.Options;

namespace SkillDistill.Distillation.Models;

/// <summary>Who words the answers.</summary>
public enum ModelProvider
{
    /// <summary>Quotes the cards; needs no key and no network.</summary>
    BuiltIn,

    /// <summary>Any endpoint that speaks OpenAI's chat completion protocol.</summary>
    OpenAI,
}

/// <summary>The section "Models" of the configuration, checked at start.</summary>
public sealed class ModelOptions
{
    public const string Section = "Models";

    public ModelProvider Provider { get; set; } = ModelProvider.BuiltIn;

    /// <summary>The base address of the protocol, such as https://api.openai.com/v1. Required for OpenAI.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>May be empty for endpoints that ask for none.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>The model's name at the provider; people see it beside each answer.</summary>
    public string Model { get; set; } = "";

    /// <summary>How long one answer may take, 1 to 600 seconds.</summary>
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>How long to wait for the next piece of an answer, 1 to 600 seconds.</summary>
    public int StallSeconds { get; set; } = 20;

    /// <summary>Whether answers arrive piece by piece. Some gateways cannot.</summary>
    public bool Streaming { get; set; } = true;
}

/// <summary>Says which setting is wrong and what it should be; never repeats a key.</summary>
internal sealed class ModelOptionsCheck : IValidateOptions<ModelOptions>
{
    private const int Longest = 600;

    public ValidateOptionsResult Validate(string? name, ModelOptions options)
    {
        var problems = new List<string>();
        if (!Enum.IsDefined(options.Provider))
        {
            problems.Add("Models:Provider must be BuiltIn or OpenAI.");
        }

        if (options.TimeoutSeconds is < 1 or > Longest)
        {
            problems.Add("Models:TimeoutSeconds must be from 1 to 600.");
        }

        if (options.StallSeconds is < 1 or > Longest)
        {
            problems.Add("Models:StallSeconds must be from 1 to 600.");
        }

        if (options.Provider == ModelProvider.OpenAI)
        {
            if (options.Endpoint is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
            {
                problems.Add("Models:Endpoint must be an absolute http or https address, such as https://api.openai.com/v1, when Models:Provider is OpenAI.");
            }

            if (string.IsNullOrWhiteSpace(options.Model))
            {
                problems.Add("Models:Model must name the model when Models:Provider is OpenAI.");
            }
        }

        return problems.Count > 0 ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }
}
