namespace SkillDistill.Data.Stores;

public enum StoreProvider
{
    /// <summary>One file under the data folder; created and migrated at the start.</summary>
    Sqlite,

    /// <summary>A PostgreSQL database; migrated by a command.</summary>
    PostgreSql,
}
