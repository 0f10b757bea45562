using Microsoft.AspNetCore.Authentication.Cookies;

namespace SkillDistill.Web.Pages.People;

/// <summary>
/// What somebody gets who is not signed in: an address that names one thing is not found, whether the thing exists or not; every other page leads to
/// sign-in and back. The page that says "not found" offers to sign in.
/// </summary>
internal static class Strangers
{
    public static void TurnAway(this CookieAuthenticationEvents events)
    {
        var leadToSignIn = events.OnRedirectToLogin;
        events.OnRedirectToLogin = asked =>
        {
            if (!NamesOneThing(asked.HttpContext))
            {
                return leadToSignIn(asked);
            }

            asked.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
    }

    private static bool NamesOneThing(HttpContext http) =>
        http.GetEndpoint() is not RouteEndpoint endpoint || endpoint.RoutePattern.Parameters.Any(parameter => http.Request.RouteValues[parameter.Name] is not null);
}
