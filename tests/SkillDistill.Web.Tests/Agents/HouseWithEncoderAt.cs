using Microsoft.AspNetCore.Hosting;

namespace SkillDistill.Web.Tests.Agents;

/// <summary>An installation whose cards are found by an encoder at an endpoint, and whose answers the built-in answerer words.</summary>
internal sealed class HouseWithEncoderAt(Uri encoder) : House
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Encoder:Provider", "OpenAI");
        builder.UseSetting("Encoder:Endpoint", encoder.ToString());
        builder.UseSetting("Encoder:Model", "an-encoder");
        builder.UseSetting("Encoder:TimeoutSeconds", "60");
    }
}
