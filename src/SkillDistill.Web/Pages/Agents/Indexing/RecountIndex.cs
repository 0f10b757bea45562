using SkillDistill.Data.Jobs;

namespace SkillDistill.Web.Pages.Agents.Indexing;

/// <summary>Counts the index anew each night, so that the counts forget what has gone.</summary>
internal sealed class RecountIndex(CountIndex count) : IChore
{
    public Task RunAsync(CancellationToken cancellationToken) => count.RunAsync(cancellationToken);
}
