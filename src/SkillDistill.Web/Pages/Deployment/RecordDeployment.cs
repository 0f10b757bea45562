using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Stores;
using SkillDistill.Domain;
using SkillDistill.Domain.Deployment;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Pages.Deployment;

/// <summary>Adds a record of how everybody was informed. The same record sent twice is one.</summary>
internal sealed class RecordDeployment(SkillDistillDb db, TimeProvider clock)
{
    public async Task<Outcome<DeploymentRecord>> RecordAsync(Person admin, DeploymentForm form, CancellationToken cancellationToken)
    {
        var newest = await db.DeploymentRecords.AsNoTracking().OrderByDescending(record => record.Number).FirstOrDefaultAsync(cancellationToken);
        var recorded = DeploymentRecord.After(newest, form.How ?? "", form.InformedOn ?? default, form.Document ?? "", admin, clock.GetUtcNow());
        if (recorded.Refusal is not null)
        {
            return recorded;
        }

        if (newest?.SaysTheSameAs(recorded.Value) == true)
        {
            return newest;
        }

        if (form.Seen != (newest?.Number ?? 0))
        {
            return new DeploymentRecordedMeanwhile();
        }

        db.DeploymentRecords.Add(recorded.Value);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return recorded;
        }
        catch (DbUpdateException failure) when (failure.IsCollision())
        {
            // Somebody took the number first: either the same press twice, or another admin whom this one has not seen.
            db.ChangeTracker.Clear();
            return await RecordAsync(admin, form, cancellationToken);
        }
    }
}

internal sealed class DeploymentForm
{
    /// <summary>The number of the newest record when the form was opened, 0 for none.</summary>
    public int Seen { get; set; }

    public string? How { get; set; }

    [Required(ErrorMessage = "Form.Missing")]
    public DateOnly? InformedOn { get; set; }

    public string? Document { get; set; }
}

/// <summary>Another admin added a record that this one has not read.</summary>
internal sealed record DeploymentRecordedMeanwhile : Refusal;
