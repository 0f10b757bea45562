using Quartz;
using SkillDistill.Data.Jobs;

namespace SkillDistill.Web.Jobs;

/// <summary>A chore and when it is done.</summary>
/// <param name="When">The times in words that are kept beside them in the store; two routines with the same words have the same times.</param>
internal sealed record Routine(Type Chore, string When, IScheduleBuilder Times)
{
    /// <summary>The group in which the scheduler keeps all of them.</summary>
    public const string Group = "chores";

    public string Name => Chore.Name;

    /// <summary>What was missed while no node was there is made up for, once, and then the times go on.</summary>
    public static Routine At<TChore>(string cron)
        where TChore : IChore =>
        new(typeof(TChore), cron, CronScheduleBuilder.Create(cron).InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed));

    /// <inheritdoc cref="At{TChore}(string)"/>
    public static Routine Every<TChore>(TimeSpan time)
        where TChore : IChore =>
        new(typeof(TChore), $"every {time}", SimpleScheduleBuilder.Create().WithInterval(time).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount));
}
