using Microsoft.Extensions.Options;

namespace SkillDistill.Distillation.Models;

/// <summary>Says which setting is wrong and what it should be; never repeats a key.</summary>
internal sealed class ModelOptionsCheck : IValidateOptions<ModelOptions>
{
    private const int Longest = 600;
    private const int LongestName = 100;
    private const int LongestRecipient = 190;
    private const decimal DearestMillion = 1_000_000;

    public ValidateOptionsResult Validate(string? name, ModelOptions options)
    {
        var problems = Times(options).Concat(Budget(options)).Concat(Lengths(options)).Concat(options.Provider switch
        {
            ModelProvider.BuiltIn => [],
            ModelProvider.OpenAI or ModelProvider.AzureOpenAI => options.Address.Problems(),
            _ => ["Models:Provider must be BuiltIn, OpenAI or AzureOpenAI."],
        }).ToList();
        return problems.Count > 0 ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }

    /// <summary>The store keeps the model's name with each answer, and with its host in each consent.</summary>
    private static IEnumerable<string> Lengths(ModelOptions options)
    {
        if (options.Model.Length > LongestName)
        {
            yield return "Models:Model must be of 100 characters at most.";
        }

        if (options.Endpoint is { IsAbsoluteUri: true } && options.Recipient is { Length: > LongestRecipient })
        {
            yield return "Models:Model and the host of Models:Endpoint must be of 187 characters together at most.";
        }
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
}
