using Microsoft.Extensions.Options;

namespace SkillDistill.Distillation.Models;

/// <summary>Says which setting is wrong and what it should be; never repeats a key.</summary>
internal sealed class ModelOptionsCheck : IValidateOptions<ModelOptions>
{
    private const int Longest = 600;
    private const decimal DearestMillion = 1_000_000;

    public ValidateOptionsResult Validate(string? name, ModelOptions options)
    {
        var problems = Times(options).Concat(Budget(options)).Concat(options.Provider switch
        {
            ModelProvider.BuiltIn => [],
            ModelProvider.OpenAI => OpenAI(options).Concat(Common(options)),
            ModelProvider.AzureOpenAI => Azure(options).Concat(Common(options)),
            _ => ["Models:Provider must be BuiltIn, OpenAI or AzureOpenAI."],
        }).ToList();
        return problems.Count > 0 ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<string> Times(ModelOptions options)
    {
        if (options.TimeoutSeconds is < 1 or > Longest)
        {
            yield return "Models:TimeoutSeconds must be from 1 to 600.";
        }

        if (options.StallSeconds is < 1 or > Longest)
        {
            yield return "Models:StallSeconds must be from 1 to 600.";
        }
    }

    private static IEnumerable<string> Budget(ModelOptions options)
    {
        if (options.PricePerMillionInputTokens is < 0 or > DearestMillion || options.PricePerMillionOutputTokens is < 0 or > DearestMillion)
        {
            yield return "Models:PricePerMillionInputTokens and Models:PricePerMillionOutputTokens must be from 0 to 1000000.";
        }

        if (options.Currency.Length > 0 ? options.Currency.Length != 3 || !options.Currency.All(char.IsAsciiLetterUpper) : options.Price is not null)
        {
            yield return "Models:Currency must be three capital letters, such as EUR, when a price is set.";
        }

        if (options.TokensPerPersonPerDay < 0 || options.TokensPerAgentPerDay < 0 || options.TokensPerDay < 0)
        {
            yield return "Models:TokensPerPersonPerDay, Models:TokensPerAgentPerDay and Models:TokensPerDay must be 0 (no limit) or more.";
        }
    }

    private static IEnumerable<string> OpenAI(ModelOptions options)
    {
        if (options.Endpoint is not { IsAbsoluteUri: true, Scheme: "http" or "https" } endpoint)
        {
            yield return "Models:Endpoint must be an absolute http or https address, such as https://api.openai.com/v1, when Models:Provider is OpenAI.";
            yield break;
        }

        if (endpoint.Host.EndsWith(".openai.azure.com", StringComparison.OrdinalIgnoreCase))
        {
            yield return "Models:Endpoint is an Azure OpenAI resource: set Models:Provider to AzureOpenAI.";
        }

        if (endpoint.Host.Equals("api.openai.com", StringComparison.OrdinalIgnoreCase) && options.ApiKey.Length == 0)
        {
            yield return "Models:ApiKey must hold a key when Models:Endpoint is api.openai.com.";
        }
    }

    private static IEnumerable<string> Azure(ModelOptions options)
    {
        // A loopback address is a proxy on this machine.
        if (options.Endpoint is not { IsAbsoluteUri: true } endpoint || !(endpoint.Scheme == "https" || (endpoint.Scheme == "http" && endpoint.IsLoopback)))
        {
            yield return "Models:Endpoint must be the https address of the resource, such as https://my-resource.openai.azure.com, when Models:Provider is AzureOpenAI.";
            yield break;
        }

        if (endpoint.AbsolutePath.TrimEnd('/') is not ("" or "/openai/v1"))
        {
            yield return "Models:Endpoint must end after the host or with /openai/v1 when Models:Provider is AzureOpenAI; the deployment is named in Models:Model.";
        }

        if (options.ApiKey.Length == 0)
        {
            yield return "Models:ApiKey must hold a key of the resource when Models:Provider is AzureOpenAI.";
        }
    }

    private static IEnumerable<string> Common(ModelOptions options)
    {
        if (options.Endpoint is { IsAbsoluteUri: true } endpoint && (endpoint.UserInfo.Length > 0 || endpoint.Query.Length > 0 || endpoint.Fragment.Length > 0))
        {
            yield return "Models:Endpoint must hold no password, query (such as api-version) or fragment.";
        }

        if (options.ApiKey.Any(letter => !char.IsAscii(letter) || char.IsWhiteSpace(letter) || char.IsControl(letter)))
        {
            yield return "Models:ApiKey must hold neither blanks nor line breaks.";
        }

        if (string.IsNullOrWhiteSpace(options.Model))
        {
            yield return options.Provider == ModelProvider.AzureOpenAI
                ? "Models:Model must name the deployment when Models:Provider is AzureOpenAI."
                : "Models:Model must name the model when Models:Provider is OpenAI.";
        }
    }
}
