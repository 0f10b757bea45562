using SkillDistill.Web.Pages.Profiles.Export;

namespace SkillDistill.Web.Pages.Profiles;

internal static class ProfilesRegistration
{
    public static void AddProfiles(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ProfileGlance>();
        builder.Services.AddScoped<ExportProfile>();
        builder.Services.AddScoped<BringProfile>();
        builder.Services.AddScoped<ProfileDocument>();
    }
}
