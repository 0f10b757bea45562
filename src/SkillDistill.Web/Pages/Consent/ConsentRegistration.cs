using Microsoft.Extensions.Options;
using SkillDistill.Data.Consent;
using SkillDistill.Web.Jobs;
using SkillDistill.Web.Pages.Consent.AfterLeaving;
using SkillDistill.Web.Pages.Consent.Receipts;

namespace SkillDistill.Web.Pages.Consent;

internal static class ConsentRegistration
{
    public static void AddConsent(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<AudienceChoice>();
        builder.Services.AddScoped<AudienceNames>();
        builder.Services.AddScoped<DecideConsent>();
        builder.Services.AddScoped<KeepProfile>();
        builder.Services.AddScoped<TakingIn>();
        builder.Services.AddSingleton<LeaverKey>();
        builder.Services.AddSingleton<ModelRecipient>();
        builder.Services.AddOptions<OrganisationOptions>().Bind(builder.Configuration.GetSection(OrganisationOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<OrganisationOptions>, OrganisationOptionsCheck>();
        builder.Services.AddScoped<Parties>();
        builder.Services.AddScoped<Prohibitions>();
        builder.Services.AddScoped<ComposeProcess>();
        builder.Services.AddScoped<ComposeRecord>();
        builder.Services.AddScoped<IssueReceipt>();
        builder.Services.AddChore<ClearAfterWithdrawal>(TimeSpan.FromSeconds(15));
        builder.Services.AddChore<ExpireConsents>(TimeSpan.FromMinutes(5));
        builder.Services.AddChore<TakeCheckpoint>("0 0 * * * ?");
        builder.Services.AddChore<WatchLedger>("0 30 3 * * ?");
    }

    public static void MapConsent(this WebApplication app) => app.MapReceipts();

    /// <summary>A start may bring another model than the one people agreed to: before it could be sent anything, they are asked again.</summary>
    public static async Task AskAboutRecipientAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (scope.ServiceProvider.GetRequiredService<ModelRecipient>().Name is { } recipient)
        {
            await scope.ServiceProvider.GetRequiredService<AskAgain>().AboutRecipientAsync(recipient, CancellationToken.None);
        }
    }
}
