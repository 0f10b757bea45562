using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SkillDistill.Data.Consent;
using SkillDistill.Data.Credits;
using SkillDistill.Data.Erasures;
using SkillDistill.Data.People;
using SkillDistill.Data.Profiles.Indexing;

namespace SkillDistill.Data.Stores;

public static class StoreRegistration
{
    private static readonly AppendOnly AppendOnly = new();
    private static readonly NoteIndexingDue NoteIndexingDue = new();

    /// <summary>Registers <see cref="SkillDistillDb"/> on the store that the settings name.</summary>
    /// <exception cref="InvalidOperationException">PostgreSQL is asked for without a connection string.</exception>
    public static IServiceCollection AddStore(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(StoreOptions.Section);
        services.AddOptions<StoreOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        var options = section.Get<StoreOptions>() ?? new StoreOptions();
        services.AddSingleton<LedgerKeys>();
        services.AddScoped<ConsentLedger>();
        services.AddScoped<VerifyLedger>();
        services.AddSingleton<NoticeShelf>();
        services.AddScoped<NoticeBoard>();
        services.AddScoped<AskAgain>();
        services.AddScoped<RequestErasure>();
        services.AddScoped<GiveCredit>();
        services.AddScoped<Actor>();
        services.AddScoped<KeepHistory>();
        var connection = StoreConnection.Of(configuration);
        return options.Provider == StoreProvider.PostgreSql
            ? services.AddDbContext<SkillDistillDb, PostgresDb>((scope, builder) => builder.UsePostgres(connection.Text).AddInterceptors(scope.GetRequiredService<KeepHistory>()))
            : services.AddDbContext<SkillDistillDb, SqliteDb>((scope, builder) => builder.UseSqliteFile(options.File).AddInterceptors(scope.GetRequiredService<KeepHistory>()));
    }

    public static DbContextOptionsBuilder UsePostgres(this DbContextOptionsBuilder builder, string connection) => builder.UseNpgsql(connection).Shared();

    public static DbContextOptionsBuilder UseSqliteFile(this DbContextOptionsBuilder builder, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return builder.UseSqlite(StoreConnection.ToFile(path)).Shared().AddInterceptors(WriteAheadLog.Instance);
    }

    private static DbContextOptionsBuilder Shared(this DbContextOptionsBuilder builder) => builder
        .UseSnakeCaseNamingConvention()
        .AddInterceptors(AppendOnly, NoteIndexingDue)
        .ConfigureWarnings(warnings => warnings.Throw(RelationalEventId.MultipleCollectionIncludeWarning));

    /// <summary>Readers never wait for the writer, and what is deleted is overwritten with zeros. The first stays with the file; setting it again costs nothing.</summary>
    private sealed class WriteAheadLog : DbConnectionInterceptor
    {
        public static readonly WriteAheadLog Instance = new();

        private const string Settings = "PRAGMA journal_mode = WAL; PRAGMA busy_timeout = 30000; PRAGMA secure_delete = ON;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Settings;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Settings;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
