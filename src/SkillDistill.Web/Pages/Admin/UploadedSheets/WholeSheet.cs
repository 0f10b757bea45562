using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SkillDistill.Data;

namespace SkillDistill.Web.Pages.Admin.UploadedSheets;

/// <summary>Brings a sheet in as a whole or not at all, as if nobody else were there.</summary>
internal static class WholeSheet
{
    /// <param name="bring">Commits what it did; what it leaves uncommitted is not done.</param>
    /// <returns>What <paramref name="bring"/> gives, or null where somebody changed something meanwhile.</returns>
    public static async Task<T?> OrNothingAsync<T>(this SkillDistillDb db, Func<IDbContextTransaction, Task<T?>> bring, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
            return await bring(transaction);
        }
        catch (Exception broken) when (broken is DbUpdateException or DbException { SqlState: "40001" })
        {
            db.ChangeTracker.Clear();
            return null;
        }
    }
}
