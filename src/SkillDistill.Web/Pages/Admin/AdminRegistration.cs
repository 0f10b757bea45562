using Microsoft.AspNetCore.Identity;
using SkillDistill.Web.Jobs;
using SkillDistill.Web.Pages.Admin.Models;
using SkillDistill.Web.Pages.Admin.PeopleSheets;
using SkillDistill.Web.Pages.Admin.TargetSheets;
using SkillDistill.Web.Pages.Admin.Taxonomy;
using SkillDistill.Web.Pages.Admin.TeamSheets;

namespace SkillDistill.Web.Pages.Admin;

internal static class AdminRegistration
{
    private static readonly TimeSpan InvitationLasts = TimeSpan.FromDays(7);

    public static void AddAdmin(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<InvitePerson>();
        builder.Services.AddScoped<ChangePerson>();
        builder.Services.AddScoped<ArrangeTeams>();
        builder.Services.AddScoped<ReadHistory>();
        builder.Services.AddChore<ForgetHistory>("0 25 0 * * ?");
        builder.Services.AddScoped<SetTargets>();
        builder.Services.AddScoped<ReadTargets>();
        builder.Services.AddScoped<BringTargets>();
        builder.Services.AddScoped<BringTeams>();
        builder.Services.AddScoped<BringPeople>();
        builder.Services.AddScoped<ChangeQuestions>();
        builder.Services.AddScoped<ExpectEvents>();
        builder.AddTaxonomy();
        builder.AddModels();
        builder.Services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = InvitationLasts);
    }
}
