using Quartz;
using SkillDistill.Data.Jobs;

namespace SkillDistill.Web.Jobs;

/// <summary>
/// What the scheduler runs for every chore, under the chore's name. A chore that fails is left to its next time. Of what went wrong the kind and the
/// place are logged and not the message, which may repeat what people wrote.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class ChoreJob(IServiceProvider scope, IEnumerable<Routine> routines, ILogger<ChoreJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var name = context.JobDetail.Key.Name;
        if (routines.FirstOrDefault(routine => routine.Name == name) is not { } routine)
        {
            logger.LogWarning("The chore {Chore} is not known to this release.", name);
            return;
        }

        try
        {
            await ((IChore)scope.GetRequiredService(routine.Chore)).RunAsync(cancellationToken);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // Whatever a chore says when it is stopped in the midst: it is handed to another node or the next start.
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception broken)
        {
            logger.LogError("The chore {Chore} failed and is tried again at its next time: {Kinds}\n{Place}", name, Kinds(broken), broken.StackTrace);
        }
    }

    private static string Kinds(Exception broken) =>
        broken.InnerException is { } inner ? $"{broken.GetType().Name} because of {Kinds(inner)}" : broken.GetType().Name;
}
