using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SkillDistill.Web.Pages;

[AllowAnonymous]
[IgnoreAntiforgeryToken]
internal sealed class ErrorModel : PageModel
{
    public string Kind { get; private set; } = "404";

    /// <summary>Where a stranger signs in and comes back to what they asked for; null for somebody who is signed in.</summary>
    public string? SignInPath { get; private set; }

    // Binding would read the form of the request that failed, which may be what it failed for.
    private int Code => int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);

    public void OnGet() => Show(Code);

    public void OnPost() => Show(Code);

    private void Show(int code)
    {
        if (HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException unreadable)
        {
            code = unreadable.StatusCode;
        }

        Kind = code switch
        {
            404 => "404",
            403 => "403",
            400 => "400",
            413 => "413",
            _ => "500",
        };
        if (code == 404 && User.Identity?.IsAuthenticated != true)
        {
            var asked = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
            SignInPath = Url.Page("/People/SignIn", new { ReturnUrl = HttpMethods.IsGet(Request.Method) ? asked?.OriginalPath + asked?.OriginalQueryString : null });
        }

        Response.StatusCode = code is >= 400 and < 600 ? code : 404;
    }
}
