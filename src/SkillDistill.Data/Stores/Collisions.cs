using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace SkillDistill.Data.Stores;

public static class Collisions
{
    // SQLITE_CONSTRAINT_PRIMARYKEY, _UNIQUE and _FOREIGNKEY, https://www.sqlite.org/rescode.html
    private const int SqlitePrimaryKey = 1555;
    private const int SqliteUnique = 2067;
    private const int SqliteForeignKey = 787;

    /// <summary>
    /// Whether somebody else did something at the same moment that a serializable transaction cannot stand beside. Where a query notices it, and not the save, Entity Framework hands it on within another
    /// exception.
    /// </summary>
    public static bool IsConflict(this Exception failure)
    {
        for (var at = failure; at is not null; at = at.InnerException)
        {
            if (at is DbUpdateException or PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether saving failed because somebody else saved the same thing first, or erased what it hangs on, rather than because the store is in trouble.</summary>
    public static bool IsCollision(this DbUpdateException failure) => failure is DbUpdateConcurrencyException || failure.InnerException is
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation } or SqliteException { SqliteExtendedErrorCode: SqlitePrimaryKey or SqliteUnique or SqliteForeignKey };
}
