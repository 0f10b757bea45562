using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Consent.Ledger;
using SkillDistill.Domain.Deployment;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Data.Stores;

/// <summary>Ledger entries, checkpoints, notices, card revisions, deployment records and the history of people and teams are written once. Only a bug would try otherwise, so trying throws.</summary>
internal sealed class AppendOnly : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Check(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private static void Check(DbContext? db)
    {
        var rewritten = db?.ChangeTracker.Entries().FirstOrDefault(entry => IsWrittenOnce(entry.Entity) && entry.State is EntityState.Modified or EntityState.Deleted);
        if (rewritten is not null)
        {
            throw new InvalidOperationException($"{rewritten.Metadata.ShortName()} is append-only.");
        }
    }

    private static bool IsWrittenOnce(object entity) => entity is LedgerEntry or Checkpoint or PublishedNotice or CardRevision or DeploymentRecord or HistoryEntry;
}
