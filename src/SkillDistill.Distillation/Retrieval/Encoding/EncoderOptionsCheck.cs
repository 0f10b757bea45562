using Microsoft.Extensions.Options;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Retrieval.Encoding;

/// <summary>Says which setting is wrong and what it should be; never repeats a key.</summary>
internal sealed class EncoderOptionsCheck : IValidateOptions<EncoderOptions>
{
    private const int Longest = 60;
    private const int LongestBefore = 200;

    public ValidateOptionsResult Validate(string? name, EncoderOptions options)
    {
        var problems = Own(options).Concat(options.IsOutside ? options.Address.Problems() : []).ToList();
        return problems.Count > 0 ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<string> Own(EncoderOptions options)
    {
        if (!Enum.IsDefined(options.Provider))
        {
            yield return "Encoder:Provider must be Local, None, OpenAI or AzureOpenAI.";
        }

        if (options.TimeoutSeconds is < 1 or > Longest)
        {
            yield return "Encoder:TimeoutSeconds must be from 1 to 60.";
        }

        if (options.BeforeQuestion.Length > LongestBefore || options.BeforeCard.Length > LongestBefore)
        {
            yield return "Encoder:BeforeQuestion and Encoder:BeforeCard must be of 200 characters at most.";
        }

        if (options.Endpoint is { IsAbsoluteUri: true } && options.Recipient is { Length: > CardMeaning.EncoderLength })
        {
            yield return "Encoder:Model and the host of Encoder:Endpoint must be of 96 characters together at most.";
        }
    }
}
