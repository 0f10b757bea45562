using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;

namespace SkillDistill.Web.Pages.Deployment;

/// <summary>Everything on record about how people were informed. It is the same for everybody who reads it.</summary>
/// <param name="Records">The newest first; that one holds.</param>
internal sealed record DeploymentHistory(IReadOnlyList<DeploymentRow> Records)
{
    public DeploymentRow? Newest => Records.Count == 0 ? null : Records[0];

    public static async Task<DeploymentHistory> LoadAsync(SkillDistillDb db, CancellationToken cancellationToken) => new(await db.DeploymentRecords.AsNoTracking()
        .OrderByDescending(record => record.Number)
        .Select(record => new DeploymentRow(
            record.Number,
            record.How,
            record.InformedOn,
            record.Document,
            db.People.Where(person => person.Id == record.RecordedById).Select(person => person.Name).FirstOrDefault(),
            record.RecordedAt))
        .ToListAsync(cancellationToken));
}

/// <param name="RecordedBy">The admin's name; null where their account is gone.</param>
internal sealed record DeploymentRow(int Number, string How, DateOnly InformedOn, string Document, string? RecordedBy, DateTimeOffset RecordedAt);
