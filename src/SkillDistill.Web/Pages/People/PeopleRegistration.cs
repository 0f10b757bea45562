using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using SkillDistill.Data;
using SkillDistill.Data.People;

namespace SkillDistill.Web.Pages.People;

internal static class PeopleRegistration
{
    private static readonly TimeSpan SignedInFor = TimeSpan.FromHours(12);

    public static void AddPeople(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<TeamTrees>();
        services.AddScoped<CurrentPerson>();
        services.AddScoped<FirstStart>();
        services.AddScoped<PasswordByLink>();
        services.AddScoped<IAuthorizationHandler, PeopleAuthorization.DutyHandler>();
        services.AddAuthorization(PeopleAuthorization.AddPolicies);
        services.AddDataProtection().SetApplicationName("SkillDistill").PersistKeysToDbContext<SkillDistillDb>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<Account>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.Password.RequiredLength = 12;
                options.Password.RequireDigit = options.Password.RequireUppercase = options.Password.RequireLowercase = options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddErrorDescriber<PasswordWords>()
            .AddEntityFrameworkStores<SkillDistillDb>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = "skilldistill.session";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = SignedInFor;
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/sign-in";
            cookie.AccessDeniedPath = "/error/403";
            cookie.Events.TurnAway();
        });
    }

    public static void UsePeople(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseMiddleware<PersonMiddleware>();
        app.UseAuthorization();
    }
}
