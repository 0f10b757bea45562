using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SkillDistill.Distillation.Models;
using SkillDistill.Distillation.Retrieval.Encoding;

namespace SkillDistill.Distillation.Tests.Models;

public class Settings_are_checked_at_start
{
    [Fact]
    public void Nothing_set_means_the_built_in_answerer() => Assert.Equal(ModelProvider.BuiltIn, Read([]).Provider);

    [Theory]
    [InlineData("Models:Endpoint", "not an address", "Models:Endpoint")]
    [InlineData("Models:Endpoint", "ftp://models.example", "Models:Endpoint")]
    [InlineData("Models:Model", "", "Models:Model")]
    [InlineData("Models:TimeoutSeconds", "0", "Models:TimeoutSeconds")]
    [InlineData("Models:StallSeconds", "601", "Models:StallSeconds")]
    [InlineData("Models:Provider", "7", "Models:Provider")]
    [InlineData("Models:Endpoint", "https://models.example/v1?api-version=1", "Models:Endpoint")]
    [InlineData("Models:Endpoint", "https://team.openai.azure.com/openai/v1", "AzureOpenAI")]
    [InlineData("Models:ApiKey", "two words", "Models:ApiKey")]
    [InlineData("Models:Model", "a-model-whose-name-is-longer-than-what-the-store-keeps-with-an-answer-which-is-a-hundred-and-no-more-1", "Models:Model")]
    public void A_wrong_setting_is_named(string key, string value, string named)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Models:Provider"] = "OpenAI",
            ["Models:Endpoint"] = "https://models.example/v1",
            ["Models:ApiKey"] = "very-secret",
            ["Models:Model"] = "m",
            [key] = value,
        };

        var failure = Assert.Throws<OptionsValidationException>(() => Read(settings));

        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Models:Endpoint", "http://team.openai.azure.com", "Models:Endpoint")]
    [InlineData("Models:Endpoint", "https://team.openai.azure.com/openai/deployments/gpt", "Models:Model")]
    [InlineData("Models:ApiKey", "", "Models:ApiKey")]
    [InlineData("Models:Model", "", "deployment")]
    public void A_wrong_setting_of_Azure_is_named(string key, string value, string named)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Models:Provider"] = "AzureOpenAI",
            ["Models:Endpoint"] = "https://team.openai.azure.com",
            ["Models:ApiKey"] = "very-secret",
            ["Models:Model"] = "m",
        };
        Assert.Equal(ModelProvider.AzureOpenAI, Read(settings).Provider);
        settings[key] = value;

        var failure = Assert.Throws<OptionsValidationException>(() => Read(settings));

        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Encoder:Provider", "9", "Encoder:Provider")]
    [InlineData("Encoder:Endpoint", "not an address", "Encoder:Endpoint")]
    [InlineData("Encoder:Endpoint", "", "Encoder:Endpoint")]
    [InlineData("Encoder:Endpoint", "https://encoders.example/v1?api-version=1", "Encoder:Endpoint")]
    [InlineData("Encoder:Endpoint", "https://team.openai.azure.com", "Encoder:Provider")]
    [InlineData("Encoder:Endpoint", "https://a-host-whose-name-is-so-long-that-with-the-name-of-the-model-it-is-too-long-for-the-store.example/v1", "Encoder:Model")]
    [InlineData("Encoder:ApiKey", "two words", "Encoder:ApiKey")]
    [InlineData("Encoder:Model", " ", "Encoder:Model")]
    [InlineData("Encoder:TimeoutSeconds", "61", "Encoder:TimeoutSeconds")]
    public void A_wrong_setting_of_the_encoder_is_named(string key, string value, string named)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Encoder:Provider"] = "OpenAI",
            ["Encoder:Endpoint"] = "https://encoders.example/v1",
            ["Encoder:ApiKey"] = "very-secret",
            ["Encoder:Model"] = "m",
        };
        Assert.Equal("m (encoders.example)", Read<EncoderOptions>(settings).Recipient);
        settings[key] = value;

        var failure = Assert.Throws<OptionsValidationException>(() => Read<EncoderOptions>(settings));

        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Models:", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret", failure.Message, StringComparison.Ordinal);
    }

    private static ModelOptions Read(Dictionary<string, string?> settings) => Read<ModelOptions>(settings);

    private static T Read<T>(Dictionary<string, string?> settings)
        where T : class
    {
        var services = new ServiceCollection().AddLogging().AddMemoryCache().AddDistillation(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<T>>().Value;
    }
}
