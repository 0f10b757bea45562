using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Jobs;

namespace SkillDistill.Web.Pages.Admin.Models;

/// <summary>Takes away how much each person and agent used of the model on days that are over: it was to stop at, not to look back on.</summary>
internal sealed class ForgetAllowances(SkillDistillDb db, TimeProvider clock) : IChore
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var today = ModelBudget.Day(clock.GetUtcNow());
        await db.ModelAllowances.Where(allowance => allowance.Day < today).ExecuteDeleteAsync(cancellationToken);
    }
}
