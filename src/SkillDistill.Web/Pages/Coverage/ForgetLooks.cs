using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Jobs;
using SkillDistill.Domain.Coverage;

namespace SkillDistill.Web.Pages.Coverage;

/// <summary>Takes away looks at coverage that are older than a year: who looks should be answerable for it, and not for ever.</summary>
internal sealed class ForgetLooks(SkillDistillDb db, TimeProvider clock) : IChore
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var since = CoverageLook.KeptSince(clock.GetUtcNow());
        await db.CoverageLooks.Where(look => look.Day < since).ExecuteDeleteAsync(cancellationToken);
    }
}
