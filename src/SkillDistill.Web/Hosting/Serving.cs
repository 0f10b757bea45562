using SkillDistill.Web.Demo;
using SkillDistill.Web.Pages.Consent;

namespace SkillDistill.Web.Hosting;

internal static class Serving
{
    /// <summary>Makes the store ready, says where the application is, and serves until it is told to stop.</summary>
    public static async Task<int> ServeAsync(this WebApplication app)
    {
        await app.PrepareStoreAsync();
        await app.FillDemoAsync();
        await app.AskAboutRecipientAsync();
        app.PrintAddress();
        await app.RunAsync();
        return 0;
    }
}
