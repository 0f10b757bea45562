using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Coverage.Counting;
using SkillDistill.Web.Pages.Consent.Receipts;

namespace SkillDistill.Web.Demo;

internal static class DemoRegistration
{
    public static void AddDemo(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(builder.Configuration.GetSection(DemoOptions.Section).Get<DemoOptions>() ?? new DemoOptions());
        builder.Services.AddScoped<DemoOrganisation>();
        if (builder.Configuration.GetValue<bool>($"{DemoOptions.Section}:{nameof(DemoOptions.Enabled)}"))
        {
            // What the settings say of the organisation comes first, so that the demo can be shown as one's own.
            builder.Services.PostConfigure<OrganisationOptions>(organisation => organisation.FillFrom(DemoFiles.Controller(DemoFiles.Folder(builder.Environment))));
        }
    }

    /// <summary>Brings the demo organisation, once, and only into a store that has nobody in it.</summary>
    public static async Task FillDemoAsync(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<DemoOptions>().Enabled)
        {
            return;
        }

        await using var scope = app.Services.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<SkillDistillDb>().People.AnyAsync())
        {
            await scope.ServiceProvider.GetRequiredService<DemoOrganisation>().FillAsync(CancellationToken.None);
            // Or nothing would be said of unnamed people until the next night.
            await scope.ServiceProvider.GetRequiredService<CountCrowds>().RunAsync(CancellationToken.None);
        }
    }
}
