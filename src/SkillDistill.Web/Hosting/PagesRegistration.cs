using Microsoft.AspNetCore.Mvc;
using SkillDistill.Web.Language;

namespace SkillDistill.Web.Hosting;

internal static class PagesRegistration
{
    public static void AddHosting(this WebApplicationBuilder builder)
    {
        builder.AddLogs();
        builder.AddAddress();
        builder.AddLanguages();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddAntiforgery(options => (options.Cookie.Name, options.SuppressXFrameOptionsHeader) = ("skilldistill.form", true));
        builder.Services.AddRouting(options => options.LowercaseUrls = true);
        builder.Services.AddRazorPages(options => options.Conventions.ConfigureFilter(new KnownHandlers())).AddViewLocalization()
            .AddDataAnnotationsLocalization(options => options.DataAnnotationLocalizerProvider = (_, localizers) => localizers.Create(typeof(Words)));
        builder.Services.AddProblemDetails();
        builder.Services.AddHealthChecks().AddCheck<StoreHealth>("store");
        builder.Services.AddOptions<MvcOptions>().Configure<FormWords>((options, words) =>
        {
            words.Explain(options.ModelBindingMessageProvider);
            WithoutNought.AddTo(options.ModelBinderProviders);
        });
        builder.Host.UseDefaultServiceProvider(options => (options.ValidateScopes, options.ValidateOnBuild) = (true, true));
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapLanguages();
        app.MapRazorPages().WithStaticAssets();
        app.MapHealthChecks("/health").AllowAnonymous();
    }
}
