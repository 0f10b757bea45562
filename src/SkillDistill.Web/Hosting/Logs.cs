using Serilog;
using Serilog.Formatting.Compact;
using SkillDistill.Data.Stores;

namespace SkillDistill.Web.Hosting;

/// <summary>
/// Logs go to the console for people and to a rolling JSON file beside the embedded store for machines. They carry ids, never what people wrote:
/// request logging names the path without its query.
/// </summary>
internal static class Logs
{
    public static void AddLogs(this WebApplicationBuilder builder)
    {
        var folder = builder.Configuration[$"{StoreOptions.Section}:{nameof(StoreOptions.Folder)}"] ?? "data";
        builder.Services.AddSerilog((services, logger) => logger
            .ReadFrom.Configuration(builder.Configuration)
            .ReadFrom.Services(services)
            .Enrich.FromLogContext()
            .WriteTo.Console(outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}", formatProvider: System.Globalization.CultureInfo.InvariantCulture)
            .WriteTo.File(
                new CompactJsonFormatter(),
                Path.Combine(folder, "logs", "skilldistill-.json"),
                rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: 14,
                fileSizeLimitBytes: 50_000_000,
                rollOnFileSizeLimit: true,
                shared: true));
    }
}
