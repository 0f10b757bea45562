using Microsoft.AspNetCore.Hosting;

namespace SkillDistill.Web.Tests.Ask;

/// <summary>An installation that has its answers worded by a model.</summary>
/// <param name="settings">Beside the model's address, such as ("Models:StallSeconds", "2").</param>
public sealed class HouseWithModelAt(House? first, Uri model, params (string Name, string Value)[] settings) : House(first)
{
    /// <summary>Somebody agrees that this model is sent their cards.</summary>
    public Task AgreeToModelAsync(string key) => this.AgreeToSendAsync(key, $"local-model ({model.Host})");

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Models:Provider", "OpenAI");
        builder.UseSetting("Models:Endpoint", model.ToString());
        builder.UseSetting("Models:Model", "local-model");
        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }
    }
}
