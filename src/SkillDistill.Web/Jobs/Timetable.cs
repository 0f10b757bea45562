using Microsoft.Extensions.Options;
using Quartz;

namespace SkillDistill.Web.Jobs;

/// <summary>
/// The scheduler of this node, which first brings the schedule in the store in line with the chores of this release. A chore at the same times as before
/// keeps its next one, so that what was due while no node ran is still due.
/// </summary>
internal sealed class Timetable(
    IHostApplicationLifetime host, IServiceProvider services, IOptionsMonitor<QuartzHostedServiceOptions> options, IEnumerable<Routine> routines)
    : QuartzHostedService(host, services, options)
{
    public override async Task StartedAsync(CancellationToken cancellationToken)
    {
        var scheduler = Schedulers.Single();
        var known = routines.ToDictionary(routine => routine.Name);
        var stored = (await scheduler.QueryTriggers(new TriggerQuery { Group = GroupMatcher<TriggerKey>.GroupEquals(Routine.Group) }, cancellationToken)).Items;
        await scheduler.DeleteJobs([.. stored.Select(trigger => trigger.JobKey).Where(job => !known.ContainsKey(job.Name))], cancellationToken);
        foreach (var routine in known.Values.Where(routine => !stored.Any(trigger => IsSame(trigger, routine))))
        {
            await WriteAsync(scheduler, routine, cancellationToken);
        }
    }

    private static bool IsSame(TriggerHeader trigger, Routine routine) =>
        trigger.JobKey.Name == routine.Name && trigger.Description == routine.When && trigger.State != TriggerState.Error;

    private static async Task WriteAsync(IScheduler scheduler, Routine routine, CancellationToken cancellationToken)
    {
        var job = JobBuilder.Create<ChoreJob>().WithIdentity(routine.Name, Routine.Group).RequestRecovery().Build();
        var trigger = TriggerBuilder.Create().WithIdentity(routine.Name, Routine.Group).WithDescription(routine.When).WithSchedule(routine.Times).Build();
        await scheduler.ScheduleJob(job, [trigger], ScheduleJobOptions.Replacing, cancellationToken);
    }
}
