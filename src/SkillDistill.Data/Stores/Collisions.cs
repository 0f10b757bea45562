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

    /// <summary>Whether saving failed because somebody else saved the same thing first, or erased what it hangs on, rather than because the store is in trouble.</summary>
    public static bool IsCollision(this DbUpdateException failure) => failure is DbUpdateConcurrencyException || failure.InnerException is
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation } or SqliteException { SqliteExtendedErrorCode: SqlitePrimaryKey or SqliteUnique or SqliteForeignKey };
}
