using Microsoft.EntityFrameworkCore;

namespace SkillDistill.Web.Tests.Consent;

/// <summary>Takes away what keeps the application from changing an append-only table, as whoever owns the database can.</summary>
internal static class Unguarding
{
    public static Task<int> UnguardAsync(this House house, string table) => house.InStoreAsync(async db =>
    {
        if (House.OnPostgres)
        {
            var disable = $"ALTER TABLE {table} DISABLE TRIGGER USER";
            return await db.Database.ExecuteSqlRawAsync(disable);
        }

        var triggers = await db.Database.SqlQuery<string>($"SELECT name AS Value FROM sqlite_master WHERE type = 'trigger' AND tbl_name = {table}").ToListAsync();
        foreach (var drop in triggers.Select(trigger => $"DROP TRIGGER {trigger}"))
        {
            await db.Database.ExecuteSqlRawAsync(drop);
        }

        return triggers.Count;
    });
}
