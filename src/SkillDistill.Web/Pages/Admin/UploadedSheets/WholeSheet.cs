using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SkillDistill.Data;
using SkillDistill.Data.Stores;

namespace SkillDistill.Web.Pages.Admin.UploadedSheets;

/// <summary>Brings a sheet in as a whole or not at all, as if nobody else were there.</summary>
internal static class WholeSheet
{
    private const int MostAttempts = 4;

    /// <param name="bring">Reads all that it changes, since it may be asked again. Commits what it did; what it leaves uncommitted is not done.</param>
    /// <returns>What <paramref name="bring"/> gives, or null where somebody changed something meanwhile.</returns>
    public static async Task<T?> OrNothingAsync<T>(this SkillDistillDb db, Func<IDbContextTransaction, Task<T?>> bring, CancellationToken cancellationToken)
        where T : class
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
                return await bring(transaction);
            }
            catch (Exception broken) when (broken.IsConflict())
            {
                // What somebody else does at this moment is done, or undone, when it is tried again: so a second press finds what the first one brought.
                db.ChangeTracker.Clear();
                if (attempt == MostAttempts)
                {
                    return null;
                }
            }
        }
    }
}
