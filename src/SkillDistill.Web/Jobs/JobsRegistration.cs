using Quartz;
using SkillDistill.Data.Jobs;
using SkillDistill.Data.Stores;

namespace SkillDistill.Web.Jobs;

internal static class JobsRegistration
{
    /// <summary>Has a chore done at the times of a cron expression, in UTC: seconds, minutes, hours, day of the month, month, weekday. "0 0 * * * ?" is every hour.</summary>
    /// <exception cref="FormatException">That is no cron expression.</exception>
    public static IServiceCollection AddChore<TChore>(this IServiceCollection services, string cron)
        where TChore : class, IChore => services.AddScoped<TChore>().AddSingleton(Routine.At<TChore>(cron));

    /// <summary>Has a chore done again and again, from the start on.</summary>
    public static IServiceCollection AddChore<TChore>(this IServiceCollection services, TimeSpan every)
        where TChore : class, IChore => services.AddScoped<TChore>().AddSingleton(Routine.Every<TChore>(every));

    public static void AddJobs(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection(JobsOptions.Section).Get<JobsOptions>() ?? new JobsOptions();
        if (!options.Enabled)
        {
            return;
        }

        builder.Services.AddScoped<ChoreJob>();
        builder.Services.AddQuartz(quartz => quartz
            .ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "SkillDistill";
                scheduler.IdleWaitTime = JobLimits.Look;
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            })
            .UseDefaultThreadPool(JobLimits.AtOnce)
            .UsePersistentStore(store => store.Reach(StoreConnection.Of(builder.Configuration))));
        builder.Services.AddQuartzHostedService<Timetable>(service => service.WaitForJobsToComplete = true);
    }

    /// <summary>The tables are made by our migrations. Nodes on one PostgreSQL are one cluster; the embedded store has one node only.</summary>
    private static void Reach(this IPersistentStoreBuilder store, StoreConnection connection)
    {
        store.ConfigureStore(options => (options.TablePrefix, options.StoreJobDataAsStrings, options.RecoverFiringsCancelledByShutdown) = ("qrtz_", true, true));
        if (connection.Provider == StoreProvider.Sqlite)
        {
            store.UseSqlite(connection.Text);
            return;
        }

        store.UsePostgres(connection.Text);
        store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (JobLimits.CheckIn, JobLimits.Grace));
    }
}
