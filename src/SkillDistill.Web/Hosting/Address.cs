using System.Net;
using System.Net.NetworkInformation;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SkillDistill.Web.Demo;

namespace SkillDistill.Web.Hosting;

/// <summary>Where the application listens when nobody says: on loopback only, at the usual port or, if that is taken, at any free one.</summary>
internal static class Address
{
    private const int UsualPort = 5080;

    public static void AddAddress(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var said = builder.Configuration["urls"] ?? builder.Configuration["http_ports"] ?? builder.Configuration["https_ports"];
        if (string.IsNullOrEmpty(said) && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls($"http://127.0.0.1:{(IsFree(UsualPort) ? UsualPort : 0)}");
        }
    }

    public static void PrintAddress(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var signIn = app.Services.GetRequiredService<DemoOptions>().Enabled ? "choose a demo person on the sign-in page" : "with your account; the first start asks for an admin";
        app.Logger.LogInformation("SkillDistill is ready at {Address}. Sign in: {SignIn}.", string.Join(", ", addresses), signIn);
    });

    private static bool IsFree(int port) =>
        Array.TrueForAll(IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners(), (IPEndPoint taken) => taken.Port != port);
}
