using Serilog;
using SkillDistill.Web.Language;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Hosting;

/// <summary>What every request passes, in this order.</summary>
internal static class Pipeline
{
    public static void UsePipeline(this WebApplication app)
    {
        app.UseErrors();
        app.UseSecurityHeaders();
        app.UseSerilogRequestLogging();
        app.UseLanguages();
        app.UseRouting();
        app.UsePeople();
        app.UseAntiforgery();
    }
}
