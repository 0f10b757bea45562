using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;

namespace SkillDistill.Web.Pages.Deployment;

/// <summary>
/// Nothing is brought in, written anew or distilled before it is on record that everybody was informed. A use case that takes something in asks
/// <see cref="IsOpenAsync"/> and refuses with <see cref="WorkforceNotInformed"/>; its page shows the partial <c>_NotInformed</c> instead of its form.
/// Reading, withdrawing, discarding and erasing never ask.
/// </summary>
internal sealed class DeploymentGate(SkillDistillDb db)
{
    public Task<bool> IsOpenAsync(CancellationToken cancellationToken) => db.DeploymentRecords.AnyAsync(cancellationToken);
}

/// <summary>No admin has recorded yet how everybody was informed.</summary>
internal sealed record WorkforceNotInformed : Refusal;
