using Microsoft.AspNetCore.Hosting;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;
using SkillDistill.Web.Tests.Coverage;

namespace SkillDistill.Web.Tests.Ask;

/// <summary>An installation that has its answers worded by a model.</summary>
/// <param name="settings">Beside the model's address, such as ("Models:StallSeconds", "2").</param>
public sealed class HouseWithModelAt(House? first, Uri model, params (string Name, string Value)[] settings) : House(first)
{
    /// <summary>Somebody agrees that this model is sent their cards.</summary>
    public async Task AgreeToModelAsync(string key)
    {
        var owner = (await this.PersonAsync(key)).Id;
        var terms = new ConsentTerms(Audience.Private(), Clock.GetUtcNow().AddMonths(1), Notice.ShippedVersion, Notice.Shipped("en").Digest, "en", Recipient: $"local-model ({model.Host})");
        await DecideAsync(owner, stream => stream.Give(owner, Purpose.UseExternalModel, terms, Clock.GetUtcNow()).Refusal);
    }

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
