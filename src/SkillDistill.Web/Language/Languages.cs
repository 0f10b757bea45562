using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace SkillDistill.Web.Language;

/// <summary>The languages of the product, and the switch between them: a cookie, else what the browser asks for, else English.</summary>
internal static class Languages
{
    public const string English = "en";
    public const string Chinese = "zh-Hans";

    public static readonly IReadOnlyList<(string Code, string Name)> All = [(English, "English"), (Chinese, "简体中文")];

    /// <summary>The code of the language that this request is answered in.</summary>
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? Chinese : English;

    /// <summary>A language's own name, or its code where it is none of ours.</summary>
    public static string Name(string code) => All.FirstOrDefault(language => language.Code == code).Name ?? code;

    public static void AddLanguages(this WebApplicationBuilder builder)
    {
        builder.Services.AddLocalization();
        builder.Services.AddSingleton<FormWords>();
        builder.Services.Configure<RequestLocalizationOptions>(options =>
        {
            // "en-GB" gives days before months, as the company in Leeds writes them; the texts are the English ones.
            options.SetDefaultCulture("en-GB").AddSupportedCultures("en-GB", Chinese).AddSupportedUICultures("en-GB", Chinese);
            options.ApplyCurrentCultureToResponseHeaders = true;
            options.RequestCultureProviders = [new CookieRequestCultureProvider(), new AcceptLanguageHeaderRequestCultureProvider()];
        });
    }

    public static void UseLanguages(this WebApplication app) => app.UseRequestLocalization();

    public static void MapLanguages(this WebApplication app) => app.MapPost("/language", (HttpContext context, IFormCollection form) =>
    {
        var code = form["code"] == Chinese ? Chinese : "en-GB";
        context.Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(code)),
            new CookieOptions { MaxAge = TimeSpan.FromDays(365), IsEssential = true, HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps });
        var back = form["back"].ToString();
        return Results.LocalRedirect(back.StartsWith('/') && !back.StartsWith("//", StringComparison.Ordinal) && !back.Contains('\\') && !back.Any(char.IsControl) ? back : "/");
    }).AllowAnonymous();
}
