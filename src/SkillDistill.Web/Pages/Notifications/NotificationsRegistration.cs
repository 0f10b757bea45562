using Microsoft.Extensions.Options;
using SkillDistill.Domain;
using SkillDistill.Domain.Notifications;
using SkillDistill.Web.Jobs;

namespace SkillDistill.Web.Pages.Notifications;

internal static class NotificationsRegistration
{
    public static void AddNotifications(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<MailOptions>().Bind(builder.Configuration.GetSection(MailOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsCheck>();
        builder.Services.AddScoped<ReadNotifications>();
        builder.Services.AddScoped<WriteDigest>();
        builder.Services.AddChore<RemindByClock>("0 20 * * * ?");
        builder.Services.AddChore<SendDigests>("0 35 * * * ?");
    }

    /// <summary>Where a notification leads; going there is reading it.</summary>
    public static void MapNotifications(this WebApplication app) => app.MapGet("/notifications/{id}", async (Id<Notification> id, ReadNotifications read, CancellationToken cancellationToken) =>
        await read.OpenAsync(id, cancellationToken) is { } row ? Results.LocalRedirect(row.Address) : Results.NotFound());
}
