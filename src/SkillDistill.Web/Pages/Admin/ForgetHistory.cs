using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Jobs;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Pages.Admin;

/// <summary>Takes away history that is older than three years: long enough to settle who decided what, and not a file on people for ever.</summary>
internal sealed class ForgetHistory(SkillDistillDb db, TimeProvider clock) : IChore
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow().AddMonths(-HistoryEntry.KeptMonths);
        await db.HistoryEntries.Where(entry => entry.At < since).ExecuteDeleteAsync(cancellationToken);
    }
}
